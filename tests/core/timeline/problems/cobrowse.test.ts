import { describe, expect, test } from 'vitest';
import { agent, codes, customer, iso, type Parts, rest, said, timelineOf } from '../../../fixtures/payload';

const share = (id: string, cobrowseRole: string | undefined, more: Parts = {}) =>
  agent({ id, cobrowsesessions: [{ C: 0, E: 60, cobrowseSessionId: 'room', cobrowseRole, ...more }] });
const role = (index: number) => `/participants/${index}/cobrowsesessions/0/cobrowseRole`;
const told = (...participants: object[]) => timelineOf(rest(participants.map((one) => ({ ...one }))));

test('one sharer and one viewer, who is in control, are no problem', () => {
  const timeline = told(share('a', 'viewer', { controlling: ['b'] }), share('b', 'sharer'));
  expect(codes(timeline)).toEqual([]);
});

describe('two-sharers', () => {
  test('at one time', () => {
    expect(said(told(share('a', 'sharer'), share('b', 'sharer')), 'two-sharers')).toEqual([
      ['warning', role(0), role(1)],
    ]);
  });

  test.each([
    ['one after the other', share('b', 'sharer', { C: 60, E: 90 })],
    ['in another session', share('b', 'sharer', { cobrowseSessionId: 'elsewhere' })],
    ['a viewer', share('b', 'viewer')],
  ])('not: %s', (_, other) => {
    expect(said(told(share('a', 'sharer'), other), 'two-sharers')).toEqual([]);
  });
});

test('two-sharers names those that share, and nobody who looks on', () => {
  expect(said(told(share('v', 'viewer'), share('a', 'sharer'), share('b', 'sharer')), 'two-sharers')).toEqual(
    [['warning', role(1), role(2)]],
  );
});

test('two legs of one lane that share, no one knows when, are one sharer', () => {
  const leg = { cobrowseSessionId: 'room', cobrowseRole: 'sharer', state: 'connected' };
  expect(said(told(agent({ cobrowsesessions: [leg, leg] })), 'two-sharers')).toEqual([]);
});

describe('a leg that goes from one session to another', () => {
  const look = (eventTime: number, ...participants: object[]) => ({
    topicName: 'v2.users.u.conversations.cobrowsesessions',
    eventTime: iso(eventTime),
    eventBody: { id: 'c', participants },
  });
  const member = (id: string, cobrowseRole: string, cobrowseSessionId: string) =>
    agent({ id, state: 'connected', C: 0, cobrowseRole, cobrowseSessionId });
  const codesOf = (...looks: object[]) => codes(timelineOf(looks, { now: 30 }));

  test('shares in the first only', () => {
    const b = member('b', 'sharer', 'second');
    const v = member('v', 'viewer', 'first');
    expect(
      codesOf(look(0, member('a', 'sharer', 'first'), b, v), look(10, member('a', 'viewer', 'second'), b, v)),
    ).toEqual([]);
  });

  test('or from one role to the other in one session, as another comes to share', () => {
    const looks = [
      look(0, member('a', 'sharer', 'room'), member('b', 'viewer', 'room')),
      look(10, member('a', 'viewer', 'room'), member('b', 'sharer', 'room')),
    ];
    expect(codesOf(...looks)).toEqual([]);
  });

  test('leaves the second without a sharer', () => {
    expect(
      codesOf(look(0, member('a', 'sharer', 'first')), look(10, member('a', 'viewer', 'second'))),
    ).toEqual(['no-sharer']);
  });

  test('shares in the second beside another', () => {
    const b = member('b', 'sharer', 'second');
    const timeline = timelineOf(
      [look(0, member('a', 'viewer', 'first'), b), look(10, member('a', 'sharer', 'second'), b)],
      { now: 30 },
    );
    expect(said(timeline, 'two-sharers')).toEqual([
      ['warning', '/1/eventBody/participants/0/cobrowseRole', '/0/eventBody/participants/1/cobrowseRole'],
    ]);
    expect(said(timeline, 'no-sharer')).toHaveLength(1);
  });
});

/** Sharers as lanes, each with the stretches in which it shares: `0-10 20-30`. */
const shares = (...lanes: string[]) =>
  told(
    ...lanes.map((stretches, lane) =>
      customer({
        id: `lane-${lane}`,
        cobrowsesessions: stretches.split(' ').map((stretch, index) => {
          const [C, E] = stretch.split('-').map(Number);
          return { id: `s${lane}-${index}`, C, E, cobrowseSessionId: 's', cobrowseRole: 'sharer' };
        }),
      }),
    ),
  );

describe('of several sharers of a session two share at one time', () => {
  test.each([
    ['one within another', ['0-50', '10-20']],
    ['one that begins in another', ['0-50', '49-90']],
    ['at the same instants', ['5-9', '5-9']],
    ['one in a long stretch behind shorter ones of its own', ['0-9 10-90 20-30', '40-50']],
    ['one in a stretch that another lane’s later one outlasts', ['0-60', '70-90', '10-20']],
    ['the third and the first', ['0-100', '100-110', '99-105']],
    ['the last of many', ['0-10', '10-20', '20-30', '30-40 60-90', '80-85']],
  ])('%s', (_, lanes) => {
    expect(said(shares(...lanes), 'two-sharers')).toHaveLength(1);
    expect(said(shares(...lanes.toReversed()), 'two-sharers')).toHaveLength(1);
  });

  test.each([
    ['by turns', ['0-10', '10-20', '20-30']],
    ['by turns that come back', ['0-10 20-30', '10-20 30-40']],
    ['of one lane that does so twice', ['0-50 10-20']],
    ['of one lane for long, before another', ['0-9 5-40 10-20', '40-50']],
    ['alone', ['0-10']],
    ['for no time', ['0-60', '30-30']],
  ])('not %s', (_, lanes) => {
    expect(said(shares(...lanes), 'two-sharers')).toEqual([]);
    expect(said(shares(...lanes.toReversed()), 'two-sharers')).toEqual([]);
  });
});

describe('no-sharer', () => {
  test('viewers only', () => {
    expect(said(told(share('a', 'viewer'), share('b', 'viewer')), 'no-sharer')).toEqual([
      ['info', role(0), role(1)],
    ]);
  });

  test('each of two legs of one participant once', () => {
    const leg = { C: 0, E: 60, cobrowseSessionId: 'room', cobrowseRole: 'viewer' };
    expect(said(told(agent({ cobrowsesessions: [leg, { ...leg, C: 60, E: 90 }] })), 'no-sharer')).toEqual([
      ['info', role(0), '/participants/0/cobrowsesessions/1/cobrowseRole'],
    ]);
  });

  test('the sharer is in another session', () => {
    const other = share('b', 'sharer', { cobrowseSessionId: 'elsewhere' });
    expect(said(told(share('a', 'viewer'), other), 'no-sharer')).toEqual([['info', role(0)]]);
  });

  test('not with a sharer who looks on by now, or of whom nobody knows when she shared', () => {
    const look = (eventTime: number, cobrowseRole: string) => ({
      topicName: 'v2.users.u.conversations.cobrowsesessions',
      eventTime: iso(eventTime),
      eventBody: {
        id: 'c',
        participants: [agent({ state: 'connected', cobrowseSessionId: 's', cobrowseRole })],
      },
    });
    expect(said(timelineOf([look(0, 'sharer'), look(10, 'viewer')], { now: 30 }), 'no-sharer')).toEqual([]);
    const timeless = share('b', 'sharer', { C: undefined, E: undefined, state: 'connected' });
    expect(said(told(share('a', 'viewer'), timeless), 'no-sharer')).toEqual([]);
  });

  test('not with a sharer of whom nobody knows when, where no session has an id', () => {
    const unnamed = { cobrowseSessionId: undefined };
    const timeless = share('b', 'sharer', { ...unnamed, C: undefined, E: undefined, state: 'connected' });
    expect(said(told(share('a', 'viewer', unnamed), timeless), 'no-sharer')).toEqual([]);
  });

  test('not with a sharer, though she had left before', () => {
    expect(said(told(share('a', 'viewer'), share('b', 'sharer', { E: 5 })), 'no-sharer')).toEqual([]);
  });

  test('not beside somebody whose role is an unknown word, who may share', () => {
    expect(said(told(share('a', 'viewer'), share('b', 'director')), 'no-sharer')).toEqual([]);
    expect(said(told(share('a', 'director')), 'no-sharer')).toEqual([]);
  });

  test('not without any session', () => {
    expect(said(told(customer({ calls: [{ C: 0, E: 60 }] })), 'no-sharer')).toEqual([]);
  });
});

describe('controls-without-cobrowse', () => {
  const flat = (id: string, more: Parts = {}) =>
    agent({ id, C: 0, E: 60, state: 'disconnected', provider: 'Edge', ...more });

  test('control outside a co-browse session', () => {
    expect(said(told(flat('a', { controlling: ['b'] }), flat('b')), 'controls-without-cobrowse')).toEqual([
      ['warning', '/participants/0/controlling/0'],
    ]);
  });

  test('control is no session by itself', () => {
    const [one, other] = [
      { ...flat('a', { controlling: ['b'] }), provider: undefined },
      share('b', 'sharer'),
    ];
    expect(said(told(one, other), 'controls-without-cobrowse')).toHaveLength(1);
  });

  test('control over nobody is no control outside: the name is lost', () => {
    expect(codes(told(share('a', 'sharer', { controlling: ['ghost'] })))).toEqual(['dangling-reference']);
  });

  test('control over somebody who is in no session', () => {
    const other = customer({ id: 'b', calls: [{ C: 0, E: 60 }] });
    expect(
      said(told(share('a', 'viewer', { controlling: ['b'] }), other), 'controls-without-cobrowse'),
    ).toEqual([['warning', '/participants/0/cobrowsesessions/0/controlling/0']]);
  });

  test('names of several only who is in no session', () => {
    const others = [customer({ id: 'b', calls: [{ C: 0, E: 60 }] }), share('c', 'sharer')];
    const timeline = told(share('a', 'viewer', { controlling: ['c', 'b', ''] }), ...others);
    expect(said(timeline, 'controls-without-cobrowse')).toEqual([
      ['warning', '/participants/0/cobrowsesessions/0/controlling/1'],
    ]);
  });

  test('not within a session', () => {
    const room = { cobrowseSessionId: 'room' };
    const timeline = told(
      flat('a', { ...room, cobrowseRole: 'viewer', controlling: ['b'] }),
      flat('b', { ...room, cobrowseRole: 'sharer' }),
    );
    expect(said(timeline, 'controls-without-cobrowse')).toEqual([]);
  });

  test('not when nobody is controlled', () => {
    expect(said(told(flat('a', { controlling: [] })), 'controls-without-cobrowse')).toEqual([]);
  });
});
