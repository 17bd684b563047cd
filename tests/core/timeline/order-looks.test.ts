import { describe, expect, test } from 'vitest';
import type { Communication, Observation, Participant } from '../../../src/core/model/conversation';
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
  orderLooks(observations).map(({ observation, order, first }) => [observation.pointer, order, first]);
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
    const [old, young] = [3, 4].map((providerEventTime) => ({
      providerEventTime,
      name: `${9 - providerEventTime}`,
    }));
    const [a, b] = [
      look('a', { at: 1, participants: [young ?? {}] }),
      look('b', { at: 1, participants: [old ?? {}] }),
    ];
    expect(bothWays(a, b)).toEqual([
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

  test('has the later text, the places and the topic left out', () => {
    const one = look('b', { at: 1, atPointer: '/9', topic: 'z', participants: [{ state: 'alerting' }] });
    const other = look('a', { at: 1, atPointer: '/1', topic: 'a', participants: [{ state: 'connected' }] });
    expect(bothWays(one, other)).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
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
});

describe('the first look of its kind', () => {
  test('is one for each form and medium', () => {
    expect(
      placed(
        look('a', { at: 1 }),
        look('b', { at: 2, media: 'call' }),
        look('c', { at: 3, form: 'document' }),
        look('d', { at: 4 }),
        look('e', { at: 5, media: 'call' }),
      ).map(([, , first]) => first),
    ).toEqual([true, true, true, false, false]);
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
