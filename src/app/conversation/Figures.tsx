import type { CSSProperties } from 'react';
import type { ConversationDurations, SegmentType, Timeline } from '../../core/index';
import type { SegmentLook } from '../../core/model/look';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { type Figure, figuresOf, tellingMark } from './countedMarks';

interface FiguresProps {
  timeline: Timeline;
  /** Whether anything says when it was: else there is nothing to count. */
  timed: boolean;
  durations: ConversationDurations;
  /** Absent: without that figure. */
  problems?: { count: number; areRemarks: boolean };
  /** Segment types that stand out now. */
  highlighted?: readonly SegmentLook[];
  /** Absent: the figures are only to be read. */
  onShow?: (shown: { mark: string | undefined; types: SegmentType[] }) => void;
  onWhole?: () => void;
  onProblems?: () => void;
}

function isSame(one: readonly SegmentLook[], other: readonly SegmentLook[]): boolean {
  return one.length === other.length && one.every((type) => other.includes(type));
}

/** The figures of a conversation; each is a way to what it counts. */
export function Figures({ timeline, timed, durations, problems, highlighted = [], ...on }: FiguresProps) {
  const format = useFormat();

  function actionOf({ counted }: Figure): Pick<CardProps, 'pressed' | 'onClick'> {
    if (!counted) return { onClick: on.onWhole };
    const types = counted.kind === 'segments' ? [...counted.types] : [];
    const mark = tellingMark(timeline, counted);
    if (mark === undefined || !on.onShow) return {};
    const pressed = types.length > 0 ? isSame(types, highlighted) : undefined;
    return { pressed, onClick: () => on.onShow?.({ mark, types: pressed ? [] : types }) };
  }
  // Of some seconds rounded ones would not add up.
  const exact = durations.duration < 60_000;
  const compact = (ms: number) => format.compact(ms, exact);
  const figures = timed ? figuresOf(timeline, durations, { ...format, compact }) : [];
  const count = figures.length + (problems === undefined ? 0 : 1);
  return (
    <ul
      aria-label={words.figures.label}
      className="figures flex flex-wrap gap-2 pb-3"
      style={{ '--all': count, '--half': Math.ceil(count / 2) } as CSSProperties}
    >
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} {...actionOf(figure)} />
      ))}
      {problems !== undefined && (
        <FigureCard
          figure={{
            name: words.figures.problems,
            value: format.count(problems.count),
            look: problems.areRemarks ? undefined : 'text-warning',
          }}
          onClick={on.onProblems}
        />
      )}
    </ul>
  );
}

interface CardProps {
  figure: Figure;
  pressed?: boolean;
  /** Absent: there is nothing to show. */
  onClick?: () => void;
}

const CARD = 'card flex h-full w-full flex-col px-2.5 py-1.5 text-start';

function FigureCard({ figure: { name, value, bound, look = '' }, pressed, onClick }: CardProps) {
  const content = (
    <>
      <span className="text-xs whitespace-nowrap text-muted">{name}</span>{' '}
      <span className={`text-lg leading-6 font-bold whitespace-nowrap tabular-nums ${look}`}>
        {bound && <span className="text-xs font-normal text-muted">{bound} </span>}
        {value}
      </span>
    </>
  );
  return (
    <li className="min-w-min grow">
      {onClick ? (
        <button
          type="button"
          aria-pressed={pressed}
          className={`${CARD} hover:border-edge hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft`}
          onClick={onClick}
        >
          {content}
        </button>
      ) : (
        <div className={CARD}>{content}</div>
      )}
    </li>
  );
}
