import type { Library } from '../../../src/app/browse/library/library';
import { createMemoryLibrary } from '../../../src/app/browse/library/memory';
import { parseInput } from '../../../src/workers/parseInput';
import { agent, customer, party, rest } from '../../fixtures/payload';

const HOUR = 3600;

export const MINA = '00000000-0000-4000-8000-000000000001';
export const BILLING = '10000000-0000-4000-8000-000000000001';

export function idOf(at: number): string {
  return `c0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

/**
 * Conversation `at` began `at` hours after the first. Every third was held, `at` minutes long; every second was
 * with Mina of the queue Billing, the others with Otto, of whom the data gives no id, at a desk without one.
 * Ten, from the tenth on, were about a refund.
 */
function conversation(at: number): unknown {
  const start = at * HOUR;
  const end = start + HOUR / 2;
  const mina = at % 2 === 0;
  const hold = at % 3 === 0 && at > 0 ? `| Hold ${start + 20}-${start + 20 + at * 60}` : '';
  const media = at % 5 === 4 ? 'chats' : 'calls';
  return rest(
    [
      customer({
        id: `customer-${at}`,
        name: `Customer ${String(at).padStart(2, '0')}`,
        attributes: {
          tier: at % 4 === 0 ? 'gold' : 'silver',
          ...(at >= 10 && at < 20 ? { why: 'refund' } : {}),
        },
        [media]: [{ C: start, E: end, state: 'disconnected', direction: 'inbound' }],
      }),
      party('acd', {
        id: `queue-${at}`,
        name: mina ? 'Billing' : 'Walk-in desk',
        ...(mina ? { queueId: BILLING, queueName: 'Billing' } : { queueName: 'Walk-in desk' }),
        [media]: [{ C: start, E: start + 10, state: 'disconnected' }],
      }),
      agent({
        id: `agent-${at}`,
        ...(mina
          ? { userId: MINA, name: 'Mina Farahani', queueId: BILLING, queueName: 'Billing' }
          : { name: 'Otto', queueName: 'Walk-in desk' }),
        W0: end,
        W1: end + 60,
        [media]: [
          {
            A: start + 6,
            C: start + 10,
            E: end,
            state: 'disconnected',
            direction: 'inbound',
            segments: `Alert ${start + 6}-${start + 10} | Interact ${start + 10}-${end} client ${hold}`,
          },
        ],
      }),
    ],
    { id: idOf(at), S: start, E: end },
  );
}

function linesOf(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => JSON.stringify(conversation(from + at))).join('\n');
}

/** So many are read at once without a worker, which tests have none of. */
const SOME = 20;

/** Imports conversations `from` up to `to`, which is left out. */
export async function importSome(library: Library, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += SOME) {
    const text = linesOf(first, Math.min(to, first + SOME));
    const { ending } = await library.import({ kind: 'text', text }, () => undefined).report;
    if (ending !== 'done') throw new Error(`The import ended as ${ending}`);
  }
}

/** A library that holds so many of them. */
export async function libraryOf(count: number) {
  const library = createMemoryLibrary(parseInput);
  await importSome(library, 0, count);
  return library;
}
