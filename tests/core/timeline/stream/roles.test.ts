import { describe, expect, test } from 'vitest';
import {
  agent,
  CLOCKS,
  customer,
  draw,
  event,
  iso,
  lane,
  problems,
  reached,
  showRoles,
  stream,
} from '../../../fixtures/stream';

const cobrowse = { media: 'cobrowsesessions' };
const as = (cobrowseRole: string, more: Record<string, unknown> = {}) => ({
  state: 'connected',
  connectedTime: 0,
  cobrowseSessionId: 's',
  cobrowseRole,
  ...more,
});

describe('roles in a stream', () => {
  test.each(CLOCKS)('change at the look that shows it, time in %s', (clock) => {
    const input = stream(
      clock,
      [
        [0, agent(as('viewer')), customer(as('sharer'))],
        [20, agent(as('sharer')), customer(as('viewer'))],
        [50, agent(as('viewer')), customer(as('sharer'))],
        [
          90,
          agent(as('viewer', { state: 'disconnected', endTime: 90 })),
          customer(as('sharer', { state: 'disconnected', endTime: 90 })),
        ],
      ],
      cobrowse,
    );
    const timeline = draw(input);
    expect(showRoles(timeline, 'agent')).toBe('viewer@s 0-20 | sharer@s 20-50 | viewer@s 50-90');
    expect(showRoles(timeline, 'customer')).toBe('sharer@s 0-20 | viewer@s 20-50 | sharer@s 50-90');
    expect(problems(timeline, 'two-sharers')).toEqual([]);
    const change = lane(timeline, 'agent').roles[1];
    expect(reached(input, change)).toEqual(expect.arrayContaining(['viewer', 'sharer', iso(20), iso(50)]));
  });

  test('an event without a time that shows a change first leaves its time to the next that shows it', () => {
    const input = stream(
      'eventTime',
      [
        [0, agent(as('viewer'))],
        [undefined, agent(as('sharer'))],
        [20, agent(as('sharer'))],
        [40, agent(as('sharer'))],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input, { now: 60 }), 'agent')).toBe('viewer@s 0-20 | sharer@s 20-60 running');
  });

  test('a partial look that omits the role changes nothing', () => {
    const input = stream(
      'eventTime',
      [
        [0, agent(as('viewer'))],
        [20, agent({ state: 'connected' })],
        [40, agent(as('viewer'))],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input, { now: 60 }), 'agent')).toBe('viewer@s 0-60 running');
  });

  test('a role is worn only while the client is connected', () => {
    const input = stream(
      'eventTime',
      [
        [0, customer(as('sharer'))],
        [
          5,
          customer(as('sharer')),
          agent({ state: 'alerting', cobrowseSessionId: 's', cobrowseRole: 'viewer' }),
        ],
        [
          15,
          customer(as('sharer')),
          agent({ state: 'connected', cobrowseSessionId: 's', cobrowseRole: 'viewer' }),
        ],
        [
          25,
          customer(as('sharer')),
          agent({ state: 'disconnected', cobrowseSessionId: 's', cobrowseRole: 'viewer' }),
        ],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input, { now: 60 }), 'agent')).toBe('viewer@s 15-25');
  });

  test('no connection, no ribbon', () => {
    const input = stream(
      'eventTime',
      [
        [5, agent({ state: 'alerting', cobrowseSessionId: 's', cobrowseRole: 'viewer' })],
        [25, agent({ state: 'disconnected', cobrowseSessionId: 's', cobrowseRole: 'viewer' })],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input), 'agent')).toBe('');
  });

  test('a role that nobody knows is kept verbatim', () => {
    const input = stream('eventTime', [[0, agent(as('Co_Pilot'))]], cobrowse);
    const timeline = draw(input, { now: 10 });
    expect(showRoles(timeline, 'agent')).toBe('Co_Pilot@s 0-10 running');
    expect(problems(timeline, 'unknown-value')).toMatchObject([{ severity: 'info' }]);
  });

  test('another session in the same conversation has another session id', () => {
    const full = (seconds: number, second: string) =>
      event(
        'eventTime',
        [
          seconds,
          agent({
            cobrowsesessions: [
              { id: 'one', ...as('viewer'), connectedTime: iso(0) },
              {
                id: 'two',
                ...as('sharer', { state: second, cobrowseSessionId: 't' }),
                connectedTime: iso(10),
              },
            ],
          }),
        ],
        { media: '' },
      );
    const timeline = draw([full(10, 'connected'), full(30, 'disconnected')], { now: 40 });
    expect(showRoles(timeline, 'agent').split(' | ').toSorted()).toEqual([
      'sharer@t 10-30',
      'viewer@s 0-40 running',
    ]);
  });

  test('a session that follows another on one track is another ribbon', () => {
    const input = stream(
      'eventTime',
      [
        [0, agent(as('viewer'))],
        [30, agent(as('viewer', { cobrowseSessionId: 't' }))],
        [60, agent(as('viewer', { cobrowseSessionId: 't', state: 'disconnected', endTime: 60 }))],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input), 'agent')).toBe('viewer@s 0-30 | viewer@t 30-60');
  });

  test('a document of a leg that has its end does not say when they changed, whatever its state', () => {
    const events = stream(
      'eventTime',
      [
        [0, agent(as('viewer'))],
        [20, agent(as('sharer'))],
      ],
      cobrowse,
    );
    const session = { id: 'x', ...as('viewer', { connectedTime: iso(0), disconnectedTime: iso(60) }) };
    const final = { id: 'c1', participants: [agent({ cobrowsesessions: [session] })] };
    expect(showRoles(draw([...(events as object[]), final]), 'agent')).toBe('viewer@s 0-20 | sharer@s 20-60');
  });

  test('a role already worn in the first look is as sure as the connection', () => {
    const input = stream(
      'eventTime',
      [
        [10, agent({ state: 'connected', cobrowseSessionId: 's', cobrowseRole: 'viewer' })],
        [30, agent({ state: 'disconnected', cobrowseSessionId: 's', cobrowseRole: 'viewer' })],
      ],
      cobrowse,
    );
    expect(showRoles(draw(input), 'agent')).toBe('viewer@s 10-30 inferred');
  });
});
