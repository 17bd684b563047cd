import { useLayoutEffect, useRef } from 'react';
import type { Box } from '../core/layout/shapes';
import type { Mark } from '../core/view/marks';
import { listen } from './listen';
import { pinsBeside, scaling } from './on-screen';
import { raiseBeside } from './raise';
import type { Stage } from './stage';
import { Tooltip } from './tooltip';

interface Props {
  mark: Mark;
  stage: Stage;
  kind: 'pointer' | 'focus';
  /** What must not be hidden, from the left of the bars and the top of all rows. */
  about: Box;
}

function moveBeside(element: HTMLElement, about: Box): void {
  const plot = element.closest<HTMLElement>('.pt-over');
  if (!plot) return;
  const by = scaling(plot);
  const pins = pinsBeside(plot);
  const { left } = plot.getBoundingClientRect();
  const { top } = (pins && about.top < pins.offsetHeight ? pins : plot).getBoundingClientRect();
  raiseBeside(element, {
    left: left + about.left * by,
    right: left + about.right * by,
    top: top + about.top * by,
    bottom: top + about.bottom * by,
  });
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
    return listen(element.ownerDocument.defaultView, { scroll: place }, { capture: true });
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
