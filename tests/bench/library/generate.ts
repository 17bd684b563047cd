/**
 * Conversations as a busy contact centre has them, as JSON of the vendor's REST shape: voice, chat and messages,
 * one to four agents, holds, transfers, unanswered offers, after-call work, co-browse now and then, attributes.
 * The same seed gives the same. `from` is the number of the first, which its id begins with.
 */
export function generate(count: number, seed = 1, from = 0): string[] {
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify(conversation(from + at, dice(seed * 1e6 + at))),
  );
}

type Dice = (below: number) => number;

/** Mulberry32: small, and good enough for made data. */
function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const START = Date.UTC(2026, 0, 5);
const YEAR_S = 300 * 86_400;
const FIRST = ['Ann', 'Ben', 'Chloé', 'Dmitri', 'Eun', 'Farid', 'Grace', 'Hüseyin', 'Ines', 'Jonas'];
const LAST = ['Okafor', 'Weber', 'Sato', 'Natarajan', 'Müller', 'Rossi', 'Novak', 'Silva', 'Park', 'Haddad'];
const WORDS = 'invoice address router contract refund delivery password card late twice upgrade cancel'.split(
  ' ',
);

function uuid(roll: Dice): string {
  const hex = (length: number) => Array.from({ length }, () => roll(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

function pick<T>(roll: Dice, from: readonly T[]): T {
  const found = from[roll(from.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

function person(roll: Dice): string {
  return `${pick(roll, FIRST)} ${pick(roll, LAST)}`;
}

function words(roll: Dice, count: number): string {
  return Array.from({ length: count }, () => pick(roll, WORDS)).join(' ');
}

interface Call {
  roll: Dice;
  /** `YYYY-…` of a second of the conversation. */
  at: (second: number) => string;
  media: 'calls' | 'chats' | 'messages';
  queue: number;
}

function leg({ roll, at }: Call, state: { alert?: number; from: number; to: number; hold?: boolean }) {
  const { alert, from, to, hold } = state;
  return {
    id: uuid(roll),
    state: 'disconnected',
    direction: 'inbound',
    provider: 'Edge',
    ...(alert === undefined ? {} : { startAlertingTime: at(alert) }),
    connectedTime: at(from),
    disconnectedTime: at(to),
    disconnectType: pick(roll, ['peer', 'client', 'transfer']),
    muted: false,
    confined: false,
    recording: true,
    recordingState: 'active',
    segments: [],
    ...(hold ? { held: false, startHoldTime: at(from + Math.floor((to - from) / 3)) } : { held: false }),
    self: { name: person(roll), addressNormalized: `tel:+1555${String(roll(1e7)).padStart(7, '0')}` },
    other: { name: person(roll), addressNormalized: `tel:+1555${String(roll(1e7)).padStart(7, '0')}` },
    errorInfo: null,
  };
}

function agentOf(call: Call, from: number, to: number) {
  const { roll, at, media, queue } = call;
  const user = roll(300);
  const acw = roll(180);
  return {
    id: uuid(roll),
    purpose: 'agent',
    name: `${FIRST[user % 10]} ${LAST[Math.floor(user / 10) % 10]} ${Math.floor(user / 100)}`,
    userId: `00000000-0000-4000-8000-00000000${String(user).padStart(4, '0')}`,
    queueId: `10000000-0000-4000-8000-00000000${String(queue).padStart(4, '0')}`,
    queueName: `Queue ${queue}`,
    teamId: `20000000-0000-4000-8000-00000000${String(user % 20).padStart(4, '0')}`,
    startTime: at(from - 8),
    connectedTime: at(from),
    endTime: at(to),
    alertingTimeoutMs: 8000,
    wrapupRequired: true,
    wrapupPrompt: 'timeout',
    wrapupTimeoutMs: 120_000,
    startAcwTime: at(to),
    endAcwTime: at(to + acw),
    wrapup: {
      code: `30000000-0000-4000-8000-00000000${String(roll(12)).padStart(4, '0')}`,
      name: `Wrap-up ${roll(12)}`,
      notes: words(roll, 6),
      durationSeconds: acw,
      endTime: at(to + acw),
    },
    attributes: {},
    [media]: [leg(call, { alert: from - 8, from, to, hold: roll(3) === 0 })],
    ...(roll(12) === 0
      ? {
          cobrowsesessions: [
            {
              ...leg(call, { from: from + 10, to: to - 1 }),
              cobrowseRole: 'VIEWER',
              controlling: ['share-1'],
              cobrowseSessionId: 'share-1',
            },
          ],
        }
      : {}),
  };
}

function unanswered(call: Call, from: number) {
  const { roll, at, media } = call;
  const user = roll(300);
  return {
    id: uuid(roll),
    purpose: 'agent',
    name: `${FIRST[user % 10]} ${LAST[Math.floor(user / 10) % 10]} ${Math.floor(user / 100)}`,
    userId: `00000000-0000-4000-8000-00000000${String(user).padStart(4, '0')}`,
    startTime: at(from),
    endTime: at(from + 8),
    [media]: [
      {
        id: uuid(roll),
        state: 'disconnected',
        direction: 'inbound',
        startAlertingTime: at(from),
        disconnectedTime: at(from + 8),
      },
    ],
  };
}

function conversation(number: number, roll: Dice) {
  const begin = START + roll(YEAR_S) * 1000;
  const call: Call = {
    roll,
    at: (second) => new Date(begin + second * 1000).toISOString(),
    media: pick(roll, ['calls', 'calls', 'calls', 'chats', 'messages']),
    queue: roll(40),
  };
  const { at, media, queue } = call;
  const agents = [];
  let clock = 20 + roll(90);
  const waited = clock;
  for (let left = roll(5); left === 0; left = roll(3)) {
    agents.push(unanswered(call, clock - 8));
    clock += 12;
  }
  for (let left = 1 + (roll(5) === 0 ? 1 + roll(2) : 0); left > 0; left--) {
    const to = clock + 60 + roll(600);
    agents.push(agentOf(call, clock, to));
    clock = to;
  }
  return {
    id: `${number.toString(16).padStart(8, '0')}-${uuid(roll).slice(9)}`,
    startTime: at(0),
    endTime: at(clock),
    recordingState: 'ACTIVE',
    divisions: [{ division: { id: uuid(roll) } }],
    participants: [
      {
        id: uuid(roll),
        purpose: 'customer',
        name: person(roll),
        address: `tel:+1555${String(roll(1e7)).padStart(7, '0')}`,
        startTime: at(0),
        connectedTime: at(0),
        endTime: at(clock),
        attributes: {
          tier: pick(roll, ['gold', 'silver', 'none']),
          order: String(roll(1e6)),
          reason: words(roll, 3),
        },
        [media]: [leg(call, { from: 0, to: clock })],
      },
      {
        id: uuid(roll),
        purpose: 'ivr',
        name: 'Main menu',
        startTime: at(0),
        connectedTime: at(0),
        endTime: at(12),
        [media]: [leg(call, { from: 0, to: 12 })],
      },
      {
        id: uuid(roll),
        purpose: 'acd',
        name: `Queue ${queue}`,
        queueId: `10000000-0000-4000-8000-00000000${String(queue).padStart(4, '0')}`,
        startTime: at(12),
        connectedTime: at(12),
        endTime: at(waited),
        [media]: [leg(call, { from: 12, to: waited })],
      },
      ...agents,
    ],
  };
}
