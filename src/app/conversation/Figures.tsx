import type { ConversationDurations } from '../../core/index';
import { useFormat } from '../useFormat';
import { words } from '../words';

interface FiguresProps {
  durations: ConversationDurations;
  /** Absent: without that figure. */
  problems?: number;
}

interface Figure {
  name: string;
  value: string;
  /** “at most” or “at least”. */
  bound?: string;
  look?: string;
}

const SHOWN_TOTALS = ['talk', 'hold', 'acw', 'handle'] as const;

function figuresOf(durations: ConversationDurations, compact: (ms: number) => string): Figure[] {
  const { duration, timeToAnswer, totals, bounds, cobrowse, controlled } = durations;
  const figures: Figure[] = [{ name: words.figures.duration, value: compact(duration) }];
  if (timeToAnswer !== undefined)
    figures.push({ name: words.figures.timeToAnswer, value: compact(timeToAnswer) });
  for (const total of SHOWN_TOTALS) {
    const bound = bounds[total];
    figures.push({
      name: words.figures[total],
      value: compact(totals[total]),
      bound: bound && words.figures[bound],
      look: total === 'hold' && totals.hold > 0 ? 'text-warning' : undefined,
    });
  }
  if (cobrowse > 0) figures.push({ name: words.figures.cobrowse, value: compact(cobrowse) });
  if (controlled > 0) figures.push({ name: words.figures.controlled, value: compact(controlled) });
  return figures;
}

export function Figures({ durations, problems }: FiguresProps) {
  const format = useFormat();
  return (
    <dl aria-label={words.figures.label} className="flex flex-wrap gap-2 pb-3">
      {figuresOf(durations, (ms) => format.compact(ms)).map((figure) => (
        <FigureCard key={figure.name} {...figure} />
      ))}
      {problems !== undefined && (
        <FigureCard
          name={words.figures.problems}
          value={String(problems)}
          look={problems > 0 ? 'text-warning' : undefined}
        />
      )}
    </dl>
  );
}

function FigureCard({ name, value, bound, look = '' }: Figure) {
  return (
    <div className="card max-w-40 min-w-21 grow px-2.5 py-1.5">
      <dt className="text-xs whitespace-nowrap text-muted">{name}</dt>
      <dd className={`text-lg leading-6 font-bold tabular-nums ${look}`}>
        {bound && <span className="mr-1 text-xs font-normal text-muted">{bound}</span>}
        {value}
      </dd>
    </div>
  );
}
