import { describe, expect, test } from 'vitest';
import type { Communication, Observation, Participant } from '../../../src/core/model/conversation';
import { isFirstToList } from '../../../src/core/timeline/facts';
import { orderLooks } from '../../../src/core/timeline/order';

type Parts = Partial<Omit<Observation, 'participants'>> & { participants?: Partial<Participant>[] };

/** A look that stands at `/name` and lists one participant of that name, unless it says otherwise. */
function look(name: string, { participants = [{ id: name }], ...parts }: Parts = {}): Observation {
  const pointer = `/${name}`;
  return {
    form: 'event',
    pointer,
    fields: { pointer },
    ...parts,
    participants: participants.map((one, index) => ({ pointer: `${pointer}/participants/${index}`, ...one })),
  };
}

const placed = (...observations: Observation[]) =>
  orderLooks(observations).map((one) => [
    one.observation.pointer,
    one.order,
    isFirstToList(one, one.observation.media),
  ]);
const names = (...observations: Observation[]) =>
  orderLooks(observations).map(({ observation }) => observation.pointer.slice(1));
const bothWays = (one: Observation, other: Observation) => [names(one, other), names(other, one)];

describe('looks come in the order in which they were taken', () => {
  test('by time, whatever the order in the input', () => {
    expect(names(look('b', { at: 2 }), look('c', { at: 3 }), look('a', { at: 1 }))).toEqual(['a', 'b', 'c']);
  });

  test('without a time behind the one that they came after', () => {
    expect(names(look('x'), look('b', { at: 2 }), look('y'), look('z'), look('a', { at: 1 }))).toEqual([
      'x',
      'a',
      'b',
      'y',
      'z',
    ]);
  });

  test('and are numbered', () => {
    expect(placed(look('b', { at: 2 }), look('a', { at: 1 }))).toEqual([
      ['/a', 0, true],
      ['/b', 1, false],
    ]);
    expect(placed(look('alone'))).toEqual([['/alone', 0, true]]);
  });

  test('of nobody come none', () => {
    expect(names()).toEqual([]);
  });
});

describe('the time of a look', () => {
  const timeOf = (observation: Observation) =>
    orderLooks([observation]).map(({ at, atPointer }) => [at, atPointer]);

  test('stands where the look says', () => {
    expect(timeOf(look('a', { at: 5, atPointer: '/time' }))).toEqual([[5, '/time']]);
    expect(timeOf(look('a', { at: 5 }))).toEqual([[5, '/a']]);
    expect(timeOf(look('a'))).toEqual([[undefined, undefined]]);
    expect(timeOf(look('a', { atPointer: '/time' }))).toEqual([[undefined, undefined]]);
  });

  const events = (...times: (number | undefined)[]) =>
    times.map((providerEventTime) => (providerEventTime === undefined ? {} : { providerEventTime }));

  test.each<[string, (number | undefined)[], number, number]>([
    ['the first', [9, 3, 4], 9, 0],
    ['one in between', [3, 9, 4], 9, 1],
    ['the last', [undefined, 3, 9], 9, 2],
    ['the first of those that tell one', [9, undefined, 3], 9, 0],
    ['the first of two at once', [undefined, 9, 9], 9, 1],
  ])('of an event without one is the latest provider event: %s', (_, times, at, index) => {
    const one = look('a', { participants: events(...times) });
    expect(timeOf(one)).toEqual([[at, `/a/participants/${index}/providerEventTime`]]);
  });

  test('also that of a communication', () => {
    const call: Communication = { pointer: '/a/call', providerEventTime: 9 };
    const one = look('a', {
      participants: [{ providerEventTime: 3 }, { calls: [call] }, { providerEventTime: 4 }],
    });
    expect(timeOf(one)).toEqual([[9, '/a/call/providerEventTime']]);
  });

  test('is its own before any provider event, and no document’s', () => {
    expect(timeOf(look('a', { at: 5, participants: events(9) }))).toEqual([[5, '/a']]);
    expect(timeOf(look('a', { form: 'document', participants: events(9) }))).toEqual([
      [undefined, undefined],
    ]);
  });
});

describe('of two looks at one instant the later', () => {
  test('has the newer provider event', () => {
    // As text, or by how many times are filled in, it would be the other way round.
    const young = look('a', { at: 1, participants: [{ providerEventTime: 10 }] });
    const old = look('b', { at: 1, participants: [{ providerEventTime: 9, startTime: 1 }] });
    expect(bothWays(young, old)).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
  });

  test('has the newer next to newest, in whatever order they are told', () => {
    const young = look('a', { at: 1, participants: [{ providerEventTime: 15 }, { providerEventTime: 20 }] });
    const old = look('b', { at: 1, participants: [{ providerEventTime: 20 }, { providerEventTime: 10 }] });
    expect(bothWays(young, old)).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
  });

  test('has more times filled in', () => {
    const more = look('a', { at: 1, participants: [{ startTime: 1, connectedTime: 2 }] });
    const less = look('b', { at: 1, participants: [{ startTime: 1, state: 'zzz' }] });
    expect(bothWays(more, less)).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
  });

  test.each<[string, Partial<Participant>, Partial<Participant>]>([
    ['a hold', { startHoldTime: 1, held: true }, { startHoldTime: 1, held: false }],
    ['a park', { parkTime: 1, state: 'parked' }, { parkTime: 1, state: 'connected' }],
  ])('shows %s over that both tell the start of', (_, before, after) => {
    const paused = look('a', { at: 1, participants: [before] });
    const over = look('b', { at: 1, participants: [after] });
    expect(bothWays(paused, over)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test.each<[string, Partial<Participant>, Partial<Participant>]>([
    ['a hold', { held: true }, { held: false }],
    ['a park', { state: 'parked' }, { state: 'connected' }],
  ])('shows %s whose start is not told only if it was there before', (_, on, off) => {
    const before = (state: Partial<Participant>) => look('before', { at: 1, participants: [state] });
    const tied = [on, on, off].map((state, at) =>
      look(`${at}`, { at: 2, participants: [{ ...state, name: `${at}` }] }),
    );
    const orders = (state: Partial<Participant>) =>
      [tied, tied.toReversed()].map((looks) => names(...looks, before(state)).join(' '));
    expect(orders(on)).toEqual(['before 0 1 2', 'before 0 1 2']);
    expect(orders(off)).toEqual(['before 2 1 0', 'before 2 1 0']);
    const told = [on, off].map((state, at) =>
      look(`${at}`, { at: 2, participants: [{ ...state, startHoldTime: 2 }] }),
    );
    expect(names(before(off), ...told)).toEqual(['before', '0', '1']);
    const other = look('other', { at: 1, media: 'chat', participants: [{ startTime: 1 }] });
    expect(names(before(on), other, ...tied)).toEqual(['before', 'other', '0', '1', '2']);
  });

  test('has the later text, the places and the topic left out', () => {
    const one = look('b', { at: 1, atPointer: '/9', topic: 'z', participants: [{ state: 'alerting' }] });
    const other = look('a', { at: 1, atPointer: '/1', topic: 'a', participants: [{ state: 'connected' }] });
    expect(bothWays(one, other)).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
  });
});

/** Stamped at an instant, with the provider events of its participants. */
const stamped = (name: string, at: number, events: Record<string, number | undefined>, parts: Parts = {}) =>
  look(name, {
    at,
    ...parts,
    participants: Object.entries(events).map(([id, providerEventTime]) => ({ id, name, providerEventTime })),
  });

describe('an event that was stamped anew', () => {
  const [a, b, c] = [
    stamped('a', 11, { p: 10 }),
    stamped('b', 21, { p: 20 }),
    stamped('c', 31, { p: 30 }),
  ] as const;

  test.each<[string, number, string[]]>([
    ['between two', 12, ['a', 'late', 'b', 'c']],
    ['behind the one that it is once more', 20, ['a', 'b', 'late', 'c']],
    ['before all', 9, ['late', 'a', 'b', 'c']],
  ])('goes to where its provider event belongs: %s', (_, event, expected) => {
    const late = stamped('late', 40, { p: event });
    expect(names(a, b, c, late)).toEqual(expected);
    const moved = orderLooks([a, b, c, late]).find(({ observation }) => observation === late);
    expect([moved?.at, moved?.atPointer]).toEqual([event, '/late/participants/0/providerEventTime']);
  });

  test('has its place by those that tell an event at all', () => {
    const silent = stamped('silent', 15, {});
    const told = stamped('told', 31, { p: 30, q: undefined });
    const late = stamped('late', 40, { p: 12, q: 11 });
    expect(names(a, silent, b, told, late)).toEqual(['a', 'silent', 'late', 'b', 'told']);
  });

  test('has its place by whoever is older, though the newest is the same', () => {
    const [one, two] = [stamped('one', 21, { p: 20, q: 10 }), stamped('two', 22, { p: 20, q: 15 })];
    const late = stamped('late', 40, { p: 20, q: 10 });
    expect(names(one, two, late)).toEqual(['one', 'late', 'two']);
    expect(names(one, two, c, late)).toEqual(['one', 'late', 'two', 'c']);
  });

  test('comes before what looks of other kinds and people tell of later', () => {
    const chat = stamped('chat', 16, { z: 15 }, { media: 'chat' });
    expect(names(a, chat, b, stamped('late', 40, { p: 12 }))).toEqual(['a', 'late', 'chat', 'b']);
  });

  test('is none of those that nobody sent', () => {
    const polls = [a, b, stamped('late', 40, { p: 12 })].map((one) => ({
      ...one,
      form: 'document' as const,
    }));
    expect(names(...polls)).toEqual(['a', 'b', 'late']);
  });

  test.each<[string, Observation]>([
    ['nobody was there before', stamped('late', 40, { z: 12 })],
    ['nobody has an id', look('late', { at: 40, participants: [{ providerEventTime: 12 }] })],
    ['somebody is newer', stamped('late', 40, { p: 12, q: 26 })],
    ['who came since is newer still', stamped('late', 40, { p: 12, r: 50 })],
    ['who is older tells no event', stamped('late', 40, { p: undefined, q: 25 })],
    ['it is of another kind', stamped('late', 40, { p: 12 }, { media: 'chat' })],
    ['it is no event', stamped('late', 40, { p: 12 }, { form: 'document' })],
  ])('is none where %s', (_, late) => {
    const both = stamped('both', 31, { p: 30, q: 25 });
    expect(names(a, b, both, late)).toEqual(['a', 'b', 'both', 'late']);
  });
});

describe('a document without a time', () => {
  const told = (form: Observation['form'], endTime?: number): Observation => ({
    ...look('told', { form }),
    fields: { pointer: '/told', ...(endTime === undefined ? {} : { endTime }) },
  });
  const [one, two, three] = [look('one', { at: 10 }), look('two', { at: 20 }), look('three', { at: 30 })];

  test.each(['document', 'analytics'] as const)('(%s) comes behind all that it may know of', (form) => {
    expect(names(told(form, 20), one, two, three)).toEqual(['one', 'two', 'told', 'three']);
    expect(names(one, told(form, 29), two, three)).toEqual(['one', 'two', 'told', 'three']);
  });

  test('and never before the one that it came after', () => {
    expect(names(one, two, told('document', 10), three)).toEqual(['one', 'two', 'told', 'three']);
    expect(names(one, two, told('document'), three)).toEqual(['one', 'two', 'told', 'three']);
    expect(names(told('document', 5), one)).toEqual(['told', 'one']);
    expect(names(told('document', 5), told('document', 20))).toEqual(['told', 'told']);
  });

  test.each(['event', 'fact'] as const)('an %s keeps its place whatever it knows', (form) => {
    expect(names(one, told(form, 29), two, three)).toEqual(['one', 'told', 'two', 'three']);
  });
});

describe('a look once again', () => {
  const again = { at: 1, participants: [{ id: 'p', state: 'connected' }] };

  test('is left out, by whatever topic and from whatever place it comes', () => {
    const [one, other] = [
      look('a', { ...again, topic: 'x' }),
      look('b', { ...again, atPointer: '/t', topic: 'y' }),
    ];
    expect(names(one, other)).toEqual(['a']);
  });

  test.each<[string, Parts]>([
    ['at another time', { ...again, at: 2 }],
    ['that lists other legs', { ...again, media: 'call' }],
    ['that differs', { ...again, participants: [{ id: 'p', state: 'alerting' }] }],
  ])('%s is news', (_, parts) => {
    expect(names(look('a', again), look('b', parts)).toSorted()).toEqual(['a', 'b']);
  });

  test('of unknown time is left out too', () => {
    const { participants } = again;
    expect(names(look('a', { participants }), look('b', { participants }), look('c'))).toEqual(['a', 'c']);
  });

  const at = (startHoldTime: number) => ({ participants: [{ id: 'p', connectedTime: 10, startHoldTime }] });
  const going = { participants: [{ id: 'p', connectedTime: 10 }] };

  test('of unknown time, with all that came since, is left out where that told of later times', () => {
    const [a, b] = [look('a', going), look('b', at(20))];
    expect(names(a, b, look('c', going), look('d', at(20)))).toEqual(['a', 'b']);
    expect(names(a, b, look('c', going), look('d', at(20)), look('e', at(30)))).toEqual(['a', 'b', 'e']);
    expect(names(a, look('b', at(5)), look('c', going), look('d', at(5)))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('of unknown time, alone, is news: who was held goes on as before', () => {
    const all = [look('a', going), look('b', at(20)), look('c', going), look('d', at(30)), look('e', going)];
    expect(names(...all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('of unknown time, of a whole that knew less than the one before, is left out', () => {
    const whole = { form: 'document' } as const;
    const all = [look('a', { ...going, ...whole }), look('b', { ...at(20), ...whole })];
    expect(names(...all, look('c', { ...going, ...whole }))).toEqual(['a', 'b']);
  });
});

describe('the first look of its kind', () => {
  const firsts = (...observations: Observation[]) => placed(...observations).map(([, , first]) => first);

  test('is one for each form and medium', () => {
    const looks = [
      look('a', { at: 1, media: 'call' }),
      look('b', { at: 2, media: 'chat' }),
      look('c', { at: 3, form: 'document' }),
      look('d', { at: 4 }),
      look('e', { at: 5, media: 'call' }),
    ];
    expect(firsts(...looks)).toEqual([true, true, true, true, false]);
  });

  test('is none of one medium behind one of all', () => {
    const [all, calls] = [look('a', { at: 1 }), look('b', { at: 2, media: 'call' })];
    expect(firsts(all, calls)).toEqual([true, false]);
    expect(firsts(look('a', { at: 1, form: 'document' }), calls)).toEqual([true, true]);
  });

  test('is none of all, for the legs of a medium of which one came before', () => {
    const [, all] = orderLooks([look('a', { at: 1, media: 'call' }), look('b', { at: 2 })]);
    expect(['call', 'chat', undefined].map((media) => all && isFirstToList(all, media))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is not one that lists nobody', () => {
    expect(
      placed(look('a', { at: 1, participants: [] }), look('b', { at: 2 }), look('c', { at: 3 })),
    ).toEqual([
      ['/a', 0, true],
      ['/b', 1, true],
      ['/c', 2, false],
    ]);
  });

  test('its kind is its form and its medium', () => {
    const kinds = [look('a'), look('b', { media: 'call' }), look('c', { form: 'document' })];
    expect(orderLooks(kinds).map(({ scope }) => scope)).toEqual(['event/', 'event/call', 'document/']);
  });
});
