import { useLayoutEffect, useRef } from 'react';
import type { Box } from '../core/layout/shapes';
import { placeTip } from '../core/layout/tip';
import type { Mark } from '../core/view/marks';
import type { Stage } from './stage';
import { Tooltip } from './tooltip';

interface Props {
  mark: Mark;
  stage: Stage;
  kind: 'pointer' | 'focus';
  /** What must not be hidden, from the left of the bars and the top of all rows. */
  about: Box;
}

/** Above all else on the page, so that no edge of the timeline cuts it off; where that is unknown, in its place. */
function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== 'function' || element.matches(':popover-open')) return;
  element.showPopover();
}

function moveBeside(element: HTMLElement, about: Box): void {
  const plot = element.closest('.pt-over')?.getBoundingClientRect();
  if (!plot) return;
  raise(element);
  const onScreen = {
    left: plot.left + about.left,
    right: plot.left + about.right,
    top: plot.top + about.top,
    bottom: plot.top + about.bottom,
  };
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const { documentElement: page } = element.ownerDocument;
  const { left, top } = placeTip(onScreen, size, { width: page.clientWidth, height: page.clientHeight });
  element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}

/** The facts of a mark, beside it and inside the viewport wherever it lies. */
export function Tip({ mark, stage, kind, about }: Props) {
  const tip = useRef<HTMLDivElement>(null);
  const { left, right, top, bottom } = about;
  // Measuring makes the page lay itself out, so it is done when something moved, not at every frame of a zoom.
  useLayoutEffect(() => {
    const element = tip.current;
    if (!element) return undefined;
    const place = () => moveBeside(element, { left, right, top, bottom });
    place();
    const { defaultView: view } = element.ownerDocument;
    view?.addEventListener('scroll', place, { capture: true, passive: true });
    return () => view?.removeEventListener('scroll', place, { capture: true });
  }, [left, right, top, bottom]);
  return (
    <div
      ref={tip}
      // The focused cell says the same of itself, and need not be heard twice.
      {...(kind === 'focus' ? { 'aria-hidden': true } : { role: 'tooltip' })}
      className="pt-tip"
      part="tip"
      data-kind={kind}
      popover="manual"
    >
      <Tooltip mark={mark} stage={stage} />
    </div>
  );
}
