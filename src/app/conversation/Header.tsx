import type { ReactNode } from 'react';
import type { Timeline } from '../../core/index';
import { CopyButton } from '../parts/CopyButton';
import { Heading } from '../parts/Heading';
import { Value } from '../parts/Value';
import { toSecond } from '../instants';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { directionWord, mediaOf, titleOf } from './about';

interface HeaderProps {
  timeline: Timeline;
  /** Whether anything says when it was. */
  timed: boolean;
  title?: string;
  level: 1 | 2;
  aside?: ReactNode;
}

export function Header({ timeline, timed, title, level, aside }: HeaderProps) {
  const format = useFormat();
  const { start } = timeline;
  const direction = directionWord(timeline);
  const chips = [...mediaOf(timeline), ...(direction ? [direction] : [])];
  const begun = `${format.date(start)}, ${format.clock(toSecond(start))} ${format.zoneName(start)}`;
  return (
    <header className="pt-4 pb-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="flex min-w-0 grow basis-72 flex-wrap items-center gap-x-3 gap-y-1">
          <Heading level={level} className="line-clamp-3 min-w-0 text-lg font-bold break-words">
            <Value>{title ?? titleOf(timeline)}</Value>
          </Heading>
          <div className="flex min-w-0 items-center gap-1 text-sm text-muted">
            <span className="max-w-80 truncate">
              <Value>{timeline.id}</Value>
            </span>
            <CopyButton text={timeline.id} label={words.conversation.copyId} />
          </div>
        </div>
        {aside && <div className="flex flex-wrap items-center gap-2 print:hidden">{aside}</div>}
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {chips.map((chip) => (
          <li key={chip} className="chip">
            <Value>{chip}</Value>
          </li>
        ))}
        {timed && timeline.lanes.length > 0 && (
          <>
            <li className="chip">
              <time dateTime={new Date(start).toISOString()}>{begun}</time>
            </li>
            <li className="chip">
              {/* The page has no source that goes on, so nothing is drawn beyond the data's last instant. */}
              {timeline.live
                ? words.conversation.live(format.clock(toSecond(timeline.end)))
                : words.conversation.ended}
            </li>
          </>
        )}
      </ul>
    </header>
  );
}
