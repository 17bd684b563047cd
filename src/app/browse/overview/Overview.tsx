import { useQuery } from '@tanstack/react-query';
import { chartQuery, rowsQuery } from '../../../sources/queries';
import { useSettings } from '../../settings';
import type { Browsing } from '../state/useBrowseState';
import { bucketsFor, LONG, mainPart, PIECE } from './buckets';
import { DistributionChart } from './DistributionChart';
import { StatesChart, TimeChartsToCome, VolumeChart } from './TimeCharts';
import { TopChart } from './TopChart';

/** From the first conversation to the last, as far as the filter does not say it, and without strays. */
function useSpan({ source, filter }: Pick<Browsing, 'source' | 'filter'>): {
  span?: { from: number; to: number };
  waiting: boolean;
} {
  const one = { offset: 0, limit: 1 };
  const { data: oldest } = useQuery(rowsQuery(source, { filter, sort: [{ by: 'start' }] }, one));
  const { data: newest } = useQuery(
    rowsQuery(source, { filter, sort: [{ by: 'start', descending: true }] }, one),
  );
  const from = filter.time?.from ?? oldest?.rows[0]?.start;
  const to = filter.time?.to ?? newest?.rows[0]?.start;
  const long = from !== undefined && to !== undefined && to - from > LONG;
  const { data: pieces } = useQuery({
    ...chartQuery(source, filter, { kind: 'volume', step: PIECE }),
    enabled: long,
  });
  // Conversations of which nobody knows when they began have no place on an axis of time.
  if (from === undefined || to === undefined) return { waiting: !(oldest && newest) };
  if (!long) return { span: { from, to }, waiting: false };
  // Until it is known, nothing is drawn that would be drawn anew at once.
  if (pieces?.kind !== 'volume') return { waiting: true };
  return { span: mainPart(pieces.buckets) ?? { from, to }, waiting: false };
}

/** The conversations of the filter as charts: each is asked for by itself and comes when it is counted. */
export function Overview({ browsing }: { browsing: Browsing }) {
  const { timeZone } = useSettings();
  const { span, waiting } = useSpan(browsing);
  const buckets = span && bucketsFor(span, timeZone);
  return (
    <div className="@container pb-3">
      <div className="flex snap-x gap-2 overflow-x-auto sm:grid sm:grid-cols-2 sm:overflow-visible @5xl:grid-cols-4">
        {buckets ? (
          <>
            <VolumeChart browsing={browsing} buckets={buckets} />
            <StatesChart browsing={browsing} buckets={buckets} />
          </>
        ) : (
          <TimeChartsToCome waiting={waiting} />
        )}
        <DistributionChart browsing={browsing} measure="timeToAnswer" type="alerting" />
        <DistributionChart browsing={browsing} measure="hold" type="hold" some />
        <DistributionChart browsing={browsing} measure="acw" type="acw" some />
        <DistributionChart browsing={browsing} measure="handle" type="connected" some />
        <TopChart browsing={browsing} of="queue" by="hold" />
        <TopChart browsing={browsing} of="user" by="hold" />
        <TopChart browsing={browsing} of="queue" by="unanswered" />
        <TopChart browsing={browsing} of="user" by="unanswered" />
      </div>
    </div>
  );
}
