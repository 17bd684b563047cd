import { useQuery } from '@tanstack/react-query';
import { chartQuery } from '../../../sources/queries';
import type { ChartData, ChartRequest } from '../../../sources/source';
import type { Browsing } from '../state/useBrowseState';

/** What became of a question so far. */
export interface Asking {
  waiting: boolean;
  failed: boolean;
  onRetry: () => void;
}

interface Asked<Data> extends Asking {
  data: Data | undefined;
  /** What there is belongs to what was asked before. */
  stale: boolean;
}

/** A figure as the source counts it; asked for when what is `toCome` before it is there. */
export function useChart<Kind extends ChartRequest['kind']>(
  { source, filter }: Pick<Browsing, 'source' | 'filter'>,
  request: ChartRequest & { kind: Kind },
  toCome?: Asking,
): Asked<Extract<ChartData, { kind: Kind }>> {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...chartQuery(source, filter, request),
    enabled: toCome === undefined,
  });
  if (toCome) return { data: undefined, stale: false, ...toCome };
  return {
    data: data && isOf(data, request.kind) ? data : undefined,
    waiting: isFetching,
    stale: isPlaceholderData,
    failed: error !== null,
    onRetry: () => void refetch(),
  };
}

function isOf<Kind extends ChartData['kind']>(
  data: ChartData,
  kind: Kind,
): data is Extract<ChartData, { kind: Kind }> {
  return data.kind === kind;
}
