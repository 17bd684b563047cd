import * as fc from 'fast-check';
import { analytics, type Parts, party, rest, speaker } from '../fixtures/payload';
import { event, fact } from '../fixtures/stream';

/** Files of made conversations of every form: few ids, so that looks of one conversation come again and again. */
export const UUIDS = ['1', '2', '3'].map((at) => `${at.repeat(8)}-aaaa-4000-8000-00000000000${at}`);

/** Words that are hard to search, fold, sort or write. */
export const NAMES = [
  'Zoë Müller',
  'zoe muller',
  'ΟΔΥΣΣΕΥΣ',
  'Straße 5',
  '张伟 客服',
  '👩‍👩‍👧 emoji 😀',
  'O\'Neil "the" 50% a_b',
  '* OR NEAR(x)',
  'İstanbul',
  '',
  ' two  blanks\tand\u00a0more ',
  'x'.repeat(300),
  'zero\0inside',
  '\ufeffmark',
  'عَرَبِي',
  '한국',
  'ﬁn ﬃ',
  'Ａｂ',
];

const name = fc.constantFrom(...NAMES);
const word = fc.constantFrom('q-1', 'q-2', 'Billing', ...UUIDS, 'constructor', '__proto__', 'q-2\0');
const id = fc.constantFrom(...UUIDS, 'c1', 'c2', 'call/7 %', 'Ω');
const second = fc.constantFrom(0, 1, 5, 10, 10, 60, 65, 90, 600, 3599, 3600, 7300, 90_000);
/** Seconds by which a whole document is later. */
const later = fc.constantFrom(0, 0, 30, 3000, 86_400 * 3, -86_400 * 400);

export function maybe<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(one, { nil: undefined });
}

/** Without what is undefined. */
function plain(from: object): Parts {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined));
}

const TIME = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g;

function moved(document: unknown, seconds: number): unknown {
  const text = JSON.stringify(document).replaceAll(TIME, (told) =>
    JSON.stringify(new Date(Date.parse(JSON.parse(told)) + seconds * 1000).toISOString()),
  );
  return JSON.parse(text);
}

const shared = fc.record({
  cobrowseSessionId: fc.constant('cb'),
  cobrowseRole: maybe(fc.constantFrom('sharer', 'viewer', 'other')),
  controlling: maybe(fc.constantFrom(['a-1'], ['c-1', 'nobody'])),
});

const leg = fc
  .record({
    A: maybe(second),
    C: maybe(second),
    E: maybe(second),
    H: maybe(second),
    P: maybe(second),
    held: maybe(fc.boolean()),
    state: fc.constantFrom('connected', 'disconnected', 'terminated', 'alerting', 'none', 'odd one'),
    direction: maybe(fc.constantFrom('inbound', 'outbound', 'INBOUND', 'sideways')),
    disconnectType: maybe(fc.constantFrom('client', 'transfer', 'transfer.consult', 'endpoint.dnd')),
    shared: maybe(shared),
  })
  .map(({ shared: session, ...one }) => plain({ ...one, ...(session && plain(session)) }));

const attributes = fc.dictionary(
  fc.constantFrom('tier', '__proto__', 'näme', ''),
  fc.oneof(name, fc.constantFrom('gold', '1')),
  { maxKeys: 2 },
);

const person = fc.record({
  purpose: fc.constantFrom('agent', 'agent', 'customer', 'acd', 'user', 'ivr', 'external', 'odd'),
  id: fc.constantFrom('a-1', 'c-1', 'p-1', 'p-2', ...UUIDS),
  name: maybe(name),
  userId: maybe(fc.constantFrom('u-1', 'u-2', ...UUIDS, 'Zoë Müller')),
  queueId: maybe(word),
  queueName: maybe(fc.oneof(word, name)),
  teamId: maybe(fc.constantFrom('t-1', 't-2')),
  flaggedReason: maybe(fc.constantFrom('general', 'other words')),
  attributes: maybe(attributes),
  wrapup: maybe(
    fc.record({ code: maybe(fc.constantFrom('w-1', 'w-2')), name: maybe(name), notes: maybe(name) }),
  ),
  wrapupTimeoutMs: maybe(fc.constantFrom(1000, 20_000)),
  W0: maybe(second),
  W1: maybe(second),
});

const participant = fc
  .record({
    person,
    media: fc.constantFrom('calls', 'chats', 'messages', 'emails', 'cobrowsesessions', 'callbacks'),
    legs: fc.array(leg, { maxLength: 2 }),
  })
  .map(({ person: { purpose, ...one }, media, legs }) => party(purpose, { ...plain(one), [media]: legs }));

const flat = fc
  .record({ person, leg })
  .map(({ person: { purpose, ...one }, leg: own }) =>
    party(purpose, { ...plain(one), state: 'connected', C: 3, ...own }),
  );

const restDocument = fc
  .record({
    fields: fc.record({
      id,
      S: maybe(fc.constantFrom(0, 0, 5)),
      E: maybe(second),
      externalTag: maybe(name),
    }),
    all: fc.oneof(
      fc.array(participant, { maxLength: 4 }),
      fc.array(participant, { maxLength: 4 }),
      fc.array(flat, { maxLength: 3 }),
    ),
    by: later,
  })
  .map(({ fields, all, by }) => moved(rest(all, plain(fields)), by));

const segment = fc
  .record({
    type: fc.constantFrom('alert', 'interact', 'hold', 'wrapup', 'ivr', 'delay', 'monitoring'),
    from: second,
    length: maybe(second),
  })
  .map(({ type, from, length }) => `${type} ${from}-${length === undefined ? '' : from + length}`);

const session = fc.record({
  purpose: fc.constantFrom('agent', 'customer', 'acd'),
  segments: fc.array(segment, { maxLength: 4 }).map((all) => all.join(' | ')),
  mediaType: fc.constantFrom('voice', 'chat'),
});

const analyticsDocument = fc
  .record({
    fields: fc.record({ conversationId: id, E: maybe(second) }),
    all: fc.array(session, { minLength: 1, maxLength: 3 }),
    by: later,
  })
  .map(({ fields, all, by }) => {
    const speakers = all.map(({ purpose, ...own }) => speaker(purpose, own));
    return moved(analytics(speakers, plain(fields)), by);
  });

const look = fc.record({
  at: fc.constantFrom(0, 5, 10, 60),
  state: fc.constantFrom('alerting', 'connected', 'disconnected'),
  held: fc.boolean(),
});

const events = fc
  .record({
    id,
    looks: fc.array(look, { minLength: 1, maxLength: 4 }),
    told: fc.subarray(['user.start', 'user.end', 'customer.start', 'wrapup'], { maxLength: 1 }),
  })
  .map(({ id: own, looks, told }) => [
    ...looks.map(({ at, ...seen }) =>
      event('eventTime', [at, { id: 'a-1', purpose: 'agent', ...seen }], { id: own }),
    ),
    ...told.map((one) => fact(one, 7, { conversationId: own, participantId: 'a-1', sessionId: 's' })),
  ]);

/** What somebody asked for again and again, of which nothing says when; no two of these begin alike. */
const polls = fc
  .record({ id, externalTag: fc.uuid(), held: fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }) })
  .map(({ held, ...fields }) =>
    held.map((is) => rest([party('agent', { calls: [{ C: 0, held: is, state: 'connected' }] })], fields)),
  );

const nothing = fc.constantFrom<unknown[]>(
  { odd: true } as never,
  null as never,
  { participants: 3 } as never,
);

const documents = fc.oneof(
  { weight: 7, arbitrary: restDocument.map((one) => [one]) },
  { weight: 2, arbitrary: analyticsDocument.map((one) => [one]) },
  { weight: 2, arbitrary: events },
  { weight: 2, arbitrary: polls },
  { weight: 1, arbitrary: flat.map((one) => [one]) },
  { weight: 1, arbitrary: nothing.map((one) => [one]) },
);

const FORMS: ((all: unknown[]) => string)[] = [
  (all) => JSON.stringify(all),
  (all) => JSON.stringify({ conversations: all }),
  (all) => all.map((one) => JSON.stringify(one)).join('\n'),
  (all) => all.map((one) => JSON.stringify(one, undefined, 1)).join(''),
];

/** The text of one file, now and then cut off. */
export const file: fc.Arbitrary<string> = fc
  .record({
    all: fc.array(documents, { minLength: 1, maxLength: 4 }).map((some) => some.flat()),
    write: fc.constantFrom(...FORMS),
    part: fc.option(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { nil: 1, freq: 12 }),
  })
  .map(({ all, write, part }) => {
    const text = write(all);
    return text.slice(0, Math.ceil(text.length * part));
  });
