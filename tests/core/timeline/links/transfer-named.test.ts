import { describe, expect, test } from 'vitest';
import {
  agent,
  type Parts,
  customer,
  iso,
  party,
  rest,
  speaker,
  analytics,
  timelineOf,
} from '../../../fixtures/payload';

const handed = { disconnectType: 'transfer' };
const first = (leg: Parts = {}, more: Parts = {}) =>
  agent({ userId: 'u1', calls: [{ C: 5, E: 60, ...handed, ...leg }], ...more });
const named = (id: string, C: number, E: number, more: Parts = {}) =>
  party('agent', { id, calls: [{ C, E }], ...more });
const issued = (at: number, destination: Parts, more: Parts = {}) => ({
  dateIssued: iso(at),
  initiator: { userId: 'u1' },
  destination,
  ...more,
});
const went = (participants: Record<string, unknown>[], ...recentTransfers: unknown[]) =>
  timelineOf(rest(participants, { recentTransfers }))
    .links.filter(({ kind }) => kind === 'transfer')
    .map(({ from, to, certainty }) => `${from.laneId} to ${'laneId' in to ? to.laneId : '?'} ${certainty}`);

const next = named('next', 60, 90);
const far = named('far', 80, 90, { userId: 'u2' });

describe('whom a transfer names', () => {
  test.each<[string, Parts, Record<string, unknown>]>([
    ['a user', { userId: 'u2' }, far],
    ['a user by reference', { userId: 'u2' }, named('far', 80, 90, { user: { id: 'u2' } })],
    ['a group', { groupId: 'g' }, named('far', 80, 90, { groupId: 'g' })],
    ['a queue', { queueId: 'q' }, party('acd', { id: 'far', queueId: 'q', calls: [{ C: 80, E: 90 }] })],
    [
      'a queue by reference',
      { queueId: 'q' },
      party('acd', { id: 'far', queue: { id: 'q' }, calls: [{ C: 80, E: 90 }] }),
    ],
  ])('%s', (_, destination, target) => {
    expect(went([first(), next, target], issued(59, destination))).toEqual(['agent to far recorded']);
  });

  test.each(['canceled', 'FAILED', 'timeout'])('nobody by one that came to nothing (%s)', (state) => {
    const asked = named('asked', 42, 50, { userId: 'u2' });
    const given = issued(40, { userId: 'u2' }, { state });
    expect(went([first(), asked, next], given)).toEqual(['agent to next inferred']);
    const other = named('other', 80, 90, { userId: 'u3' });
    const before = issued(30, { userId: 'u3' }, { state: 'complete' });
    expect(went([first(), asked, next, other], before, given)).toEqual(['agent to other recorded']);
  });

  test('also when a later look says nothing of transfers', () => {
    const told = rest([first(), next, far], { recentTransfers: [issued(59, { userId: 'u2' })] });
    const { links } = timelineOf([told, rest([first(), next, far])]);
    expect(links.map(({ to }) => to)).toMatchObject([{ laneId: 'far' }]);
  });

  test('an agent of the queue is not the queue', () => {
    expect(
      went([first(), next, named('far', 80, 90, { queueId: 'q' })], issued(59, { queueId: 'q' })),
    ).toEqual(['agent to next inferred']);
  });

  test('no queue of which nothing is known', () => {
    const nameless = party('acd', { id: 'far', calls: [{ C: 80, E: 90 }] });
    expect(went([first(), next, nameless], issued(59, { queueId: 'q' }))).toEqual(['agent to next inferred']);
  });

  test('the leg that was there then, of several', () => {
    const gone = named('gone', 0, 20, { userId: 'u2' });
    expect(went([first(), gone, far], issued(59, { userId: 'u2' }))).toEqual(['agent to far recorded']);
  });

  test('not the leg that ended as it was issued', () => {
    const gone = named('gone', 0, 59, { userId: 'u2' });
    expect(went([first(), gone, far], issued(59, { userId: 'u2' }))).toEqual(['agent to far recorded']);
  });

  test('the first that comes, in whatever order they stand', () => {
    const later = named('later', 85, 95, { userId: 'u2' });
    expect(went([first(), later, far], issued(59, { userId: 'u2' }))).toEqual(['agent to far recorded']);
    expect(went([first(), far, later], issued(59, { userId: 'u2' }))).toEqual(['agent to far recorded']);
  });

  test('a leg that still runs', () => {
    const live = party('agent', { id: 'live', userId: 'u2', calls: [{ C: 80, state: 'connected' }] });
    expect(went([first(), live], issued(59, { userId: 'u2' }))).toEqual(['agent to live recorded']);
  });

  test('not the one who transferred', () => {
    expect(went([first(), next], issued(59, { userId: 'u1' }))).toEqual(['agent to next inferred']);
  });

  test('without a time it names nobody', () => {
    expect(went([first(), next, far], { ...issued(59, { userId: 'u2' }), dateIssued: undefined })).toEqual([
      'agent to next inferred',
    ]);
  });
});

describe('whose transfer it is', () => {
  test('of the leg that ended as it was issued, not of one that went on', () => {
    const other = agent({ id: 'on', userId: 'u1', calls: [{ C: 5, E: 90, ...handed }] });
    const target = named('far', 80, 95, { userId: 'u2' });
    expect(went([first(), other, target], issued(60, { userId: 'u2' }))).toContain('agent to far recorded');
  });

  const other = named('other', 5, 70, { userId: 'u9', calls: [{ C: 5, E: 70, ...handed }] });

  test('of the leg of its initiator', () => {
    expect(went([first(), other, far, next], issued(59, { userId: 'u2' }))).toEqual([
      'agent to far recorded',
      'other to far inferred',
    ]);
  });

  test('of the leg of its initiator, though that of another ended nearer to it', () => {
    const nearer = named('nearer', 5, 59.2, { userId: 'u9', calls: [{ C: 5, E: 59.2, ...handed }] });
    expect(went([first(), nearer, far, next], issued(59, { userId: 'u2' }))).toEqual([
      'agent to far recorded',
      'nearer to next inferred',
    ]);
  });

  test('without an initiator, of the leg that ended nearest to it', () => {
    const anyone = { initiator: undefined };
    expect(went([first(), other, next, far], issued(59, { userId: 'u2' }, anyone))[0]).toBe(
      'agent to far recorded',
    );
    expect(went([other, first(), next, far], issued(59, { userId: 'u2' }, anyone))[1]).toBe(
      'agent to far recorded',
    );
  });

  test.each([
    ['as it began', 5, 'recorded'],
    ['as it ended', 60, 'recorded'],
    ['a second after it', 61, 'recorded'],
    ['more than a second after it', 61.001, 'inferred'],
    ['before it began', 4.999, 'inferred'],
  ])('issued %s', (_, at, certainty) => {
    expect(went([first(), far], issued(at, { userId: 'u2' }))).toEqual([`agent to far ${certainty}`]);
  });

  test('the last of several is the one that ended the leg, in whatever order they stand', () => {
    const again = issued(58, { userId: 'u2' });
    const before = issued(30, { userId: 'u3' });
    const third = named('third', 40, 90, { userId: 'u3' });
    expect(went([first(), third, far], before, again)).toEqual(['agent to far recorded']);
    expect(went([first(), third, far], again, before)).toEqual(['agent to far recorded']);
    const timeless = { ...issued(30, { userId: 'u3' }), dateIssued: undefined };
    expect(went([first(), third, far], again, timeless, before)).toEqual(['agent to far recorded']);
  });

  test('during a leg comes before next to one', () => {
    const short = named('short', 0, 29.5, { userId: 'u1', calls: [{ C: 0, E: 29.5, ...handed }] });
    expect(went([short, first(), far], issued(30, { userId: 'u2' }))).toContain('agent to far recorded');
  });
});

describe('the next leg', () => {
  test('begins at its end where nothing else is known of it', () => {
    const point = party('agent', { id: 'point', calls: [{ E: 62, state: 'terminated' }] });
    expect(went([first(), point])).toEqual(['agent to point inferred']);
  });

  test('is not one of the same participant', () => {
    const two = agent({
      calls: [
        { C: 5, E: 60, ...handed },
        { C: 61, E: 80 },
      ],
    });
    expect(went([two])).toEqual([]);
  });

  test('begins with its connection, not with after-call work before it', () => {
    const early = named('early', 70, 90, { W0: 60, W1: 65 });
    expect(went([first(), early, named('soon', 68, 90)])).toEqual(['agent to soon inferred']);
  });

  test('begins with its offer, answered or not', () => {
    const offered = party('agent', { id: 'offered', calls: [{ A: 61, C: 80, E: 90 }] });
    expect(went([first(), named('soon', 70, 90), offered])).toEqual(['agent to offered inferred']);
  });

  test('begins with what was recorded of it, after-call work left out', () => {
    const early = party('agent', {
      id: 'early',
      calls: [{ E: 90, segments: 'Wrapup 60-65 | Interact 70-90' }],
    });
    expect(went([first(), early, named('soon', 68, 90)])).toEqual(['agent to soon inferred']);
  });

  test('is not one that is only planned', () => {
    const due = party('agent', { id: 'due', callbacks: [{ segments: 'Scheduled 70-120' }] });
    const links = timelineOf(rest([first(), due]), { now: 65 }).links;
    expect(links.filter(({ kind }) => kind === 'transfer')).toEqual([]);
  });

  test('is found beside a leg without any time', () => {
    const timeless = party('agent', { id: 'timeless', calls: [{ state: 'disconnected' }] });
    const all = [first(), next, timeless, named('later', 70, 90), named('latest', 80, 90)];
    expect(went(all)).toEqual(['agent to next inferred']);
  });

  test('of two at one instant is the first that stands there', () => {
    expect(went([first(), named('one', 60, 90), named('two', 60, 90)])).toEqual(['agent to one inferred']);
  });

  test('is never a customer', () => {
    expect(went([first(), customer({ calls: [{ C: 60, E: 90 }] }), next])).toEqual([
      'agent to next inferred',
    ]);
  });
});

test('only the last word on how recorded segments ended counts', () => {
  const ends = (segments: string) =>
    timelineOf(
      analytics([speaker('agent', { segments }), speaker('user', { segments: 'interact 61-90' })]),
    ).links.map(({ kind, evidence }) => `${kind} ${evidence.pointers.at(-1)}`);
  expect(ends('interact 0-30 client | interact 30-60 transfer | wrapup 60-70')).toEqual([
    'transfer /participants/0/sessions/0/segments/1/disconnectType',
  ]);
  expect(ends('interact 0-30 transfer | interact 30-60 transfer')).toEqual([
    'transfer /participants/0/sessions/0/segments/1/disconnectType',
  ]);
  expect(ends('interact 0-30 transfer | interact 30-60 client')).toEqual([]);
});
