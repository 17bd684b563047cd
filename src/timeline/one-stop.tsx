import { type HTMLAttributes, useRef } from 'react';
import { lead } from './lead';
import { useSoon } from './use-newest';

/** Tools that are one stop of Tab, where the one is that had the focus last, with arrows from one to the next. */
export function OneStop(props: HTMLAttributes<HTMLElement>) {
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef<Element>(undefined);
  const rove = () => {
    // Not what a menu holds that one of them has opened.
    const tools = [...(bar.current?.querySelectorAll<HTMLElement>('button:not([role=menuitem])') ?? [])];
    const stop = tools.find((tool) => tool === last.current);
    for (const tool of tools) {
      const place = tool === (stop ?? tools[0]) ? 0 : -1;
      if (tool.tabIndex !== place) tool.tabIndex = place;
    }
    return stop && tools;
  };
  useSoon(() => void rove());
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tools have the focus
    <div
      {...props}
      ref={bar}
      role="toolbar"
      onFocus={({ target }) => {
        last.current = target;
        rove();
        // Of what goes on beyond the side, Chromium is content with an edge in sight.
        target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      }}
      onKeyDown={(event) => {
        const tools = rove();
        const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
        if (tools) lead(event, tools, mirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']);
      }}
    />
  );
}
