import { useQuery } from '@tanstack/react-query';
import { chartQuery, countQuery, rowsQuery } from '../../../sources/queries';
import { useSettings } from '../../settings';
import type { Browsing } from '../state/useBrowseState';
import { bucketsFor, LONG, mainPart, PIECE } from './buckets';
import { DistributionChart } from './DistributionChart';
import { StatesChart, VolumeChart } from './TimeCharts';
import type { Asking } from './useChart';
import { TopChart } from './TopChart';

const DAY = 86_400_000;
const NO_SPAN = { from: 0, to: 0 };

/** From the first conversation to the last, without strays. */
function useSpan({ source, filter }: Pick<Browsing, 'source' | 'filter'>): {
  span?: { from: number; to: number };
  asked: Asking;
} {
  const one = { offset: 0, limit: 1 };
  const oldest = useQuery(rowsQuery(source, { filter, sort: [{ by: 'start' }] }, one));
  const newest = useQuery(rowsQuery(source, { filter, sort: [{ by: 'start', descending: true }] }, one));
  const from = oldest.data?.rows[0]?.start;
  const last = newest.data?.rows[0]?.start;
  // A filter may reach far beyond what there is. Of its own end so much is shown as the last may have gone on.
  const to = last === undefined ? undefined : Math.min(filter.time?.to ?? last, last + DAY);
  const long = from !== undefined && to !== undefined && to - from > LONG;
  const pieces = useQuery({
    ...chartQuery(source, filter, { kind: 'volume', step: PIECE }),
    enabled: long,
  });
  const all = [oldest, newest, ...(long ? [pieces] : [])];
  const asked: Asking = {
    waiting: all.some(({ isFetching }) => isFetching),
    failed: all.some(({ error }) => error !== null),
    onRetry: () => {
      for (const { error, refetch } of all) if (error) void refetch();
    },
  };
  // Conversations of which nobody knows when they began have no place on an axis of time.
  if (from === undefined || to === undefined) return { asked };
  if (!long) return { span: { from, to }, asked };
  // Until it is known, nothing is drawn that would be drawn anew at once.
  if (pieces.data?.kind !== 'volume') return { asked };
  return { span: mainPart(pieces.data.buckets) ?? { from, to }, asked };
}

/** The conversations of the filter as charts: each is asked for by itself and comes when it is counted. */
export function Overview({ browsing }: { browsing: Browsing }) {
  const { timeZone } = useSettings();
  const { span, asked } = useSpan(browsing);
  const time = { browsing, buckets: bucketsFor(span ?? NO_SPAN, timeZone), toCome: span ? undefined : asked };
  // Where there is no span although all is known, nothing that is found has a start.
  const { data: count } = useQuery(countQuery(browsing.source, browsing.filter));
  const onlyUndated = asked.waiting || asked.failed ? 0 : count?.value;
  return (
    <div className="@container pb-3">
      <div className="flex snap-x gap-2 overflow-x-auto sm:grid sm:grid-cols-2 sm:overflow-visible @5xl:grid-cols-4">
        <VolumeChart {...time} onlyUndated={onlyUndated} />
        <StatesChart {...time} />
        <DistributionChart browsing={browsing} measure="timeToAnswer" type="alerting" />
        <DistributionChart browsing={browsing} measure="hold" type="hold" some />
        <DistributionChart browsing={browsing} measure="acw" type="acw" some />
        <DistributionChart browsing={browsing} measure="handle" type="connected" some />
        <TopChart browsing={browsing} top={{ of: 'queue', by: 'hold' }} />
        <TopChart browsing={browsing} top={{ of: 'user', by: 'hold' }} />
        <TopChart browsing={browsing} top={{ of: 'queue', by: 'unanswered' }} />
        <TopChart browsing={browsing} top={{ of: 'unansweredBy', by: 'unanswered' }} />
      </div>
    </div>
  );
}
