import type { Filter, Sort } from '../../../src/sources/source';

const QUEUES = Array.from(
  { length: 40 },
  (_, at) => `10000000-0000-4000-8000-00000000${String(at).padStart(4, '0')}`,
);
const SORTS: readonly Sort[] = [
  { by: 'hold', descending: true },
  { by: 'start', descending: true },
  { by: 'acw', descending: true },
];

/** A queue and a range of hold by turns with a medium and a range of handle time. */
export function filterAt(round: number): Filter {
  const queue = QUEUES[round % QUEUES.length] ?? '';
  return round % 2 === 0
    ? { choices: { queue: [queue] }, ranges: { hold: { min: 1000 * round } } }
    : { ranges: { handle: { min: 200_000 + 1000 * round } }, choices: { media: ['call'] } };
}

export function sortAt(round: number): Sort {
  return SORTS[round % SORTS.length] ?? { by: 'hold', descending: true };
}

export function rangeAt(round: number): Filter {
  return { ranges: { hold: { min: 1000 + round } } };
}
