import { describe, expect, test } from 'vitest';
import { agent, customer, draw, show, showLinks, showRoles, stream } from '../../../fixtures/stream';

// Section 6: a change without a time of its own happened at the participant's provider event, else when the look was taken.
const look = (held: boolean, providerEventTime?: number, full = false) => {
  const own = { state: 'connected', connectedTime: -5, held };
  const event = providerEventTime === undefined ? {} : { providerEventTime };
  return full ? agent({ ...event, calls: [{ id: 'call', ...own }] }) : agent({ ...event, ...own });
};

describe.each(['polls', 'har', 'eventTime', 'envelope'] as const)(
  'looks whose time stands in %s',
  (clock) => {
    test.each([false, true])(
      'tell a change at the provider event that they are the first to show (full: %s)',
      (full) => {
        const input = stream(clock, [
          [0, look(false, -1, full)],
          [10, look(true, 7, full)],
          [20, look(false, 16, full)],
        ]);
        expect(show(draw(input), 'agent')).toBe('connected -5-7 | hold 7-16 | connected 16-20 running');
      },
    );

    test('tell it at their own time, where the provider event is an old one, or there is none', () => {
      const same = stream(clock, [
        [0, look(false, -1)],
        [10, look(true, -1)],
        [20, look(false, -1)],
      ]);
      expect(show(draw(same), 'agent')).toBe('connected -5-10 | hold 10-20 | connected 20-20 running');
      const none = stream(clock, [
        [0, look(false)],
        [10, look(true)],
        [20, look(false)],
      ]);
      expect(show(draw(none), 'agent')).toBe('connected -5-10 | hold 10-20 | connected 20-20 running');
    });
  },
);

test.each(['polls', 'har', 'eventTime', 'envelope'] as const)(
  'a tie begins with the look that is the first to tell it (%s)',
  (clock) => {
    const watched = customer({ state: 'connected', connectedTime: 0 });
    const own = { state: 'connected', connectedTime: 0 };
    const input = stream(clock, [
      [0, agent(own), watched],
      [10, agent({ ...own, monitoredParticipantId: 'customer' }), watched],
      [60, agent({ ...own, monitoredParticipantId: 'customer', endTime: 60 }), watched],
    ]);
    expect(showLinks(draw(input))).toEqual(['monitor agent>customer 10-60']);
  },
);

// A session that the agent first views, and then shares and controls; no look tells of a new provider event.
test('roles, control and ties change at the look, too, where the provider event is an old one', () => {
  const seen = (state: string, more: Record<string, unknown>) =>
    agent({ state, connectedTime: 0, providerEventTime: -1, ...more });
  const watched = customer({ state: 'connected', connectedTime: 0 });
  const timeline = draw(
    stream(
      'eventTime',
      [
        [0, seen('connected', { cobrowseRole: 'viewer', controlling: [] }), watched],
        [
          10,
          seen('connected', {
            cobrowseRole: 'sharer',
            controlling: ['customer'],
            monitoredParticipantId: 'customer',
          }),
          watched,
        ],
        [20, seen('connected', { controlling: [] }), watched],
      ],
      { media: 'cobrowsesessions' },
    ),
    { now: 30 },
  );
  expect(showRoles(timeline, 'agent')).toBe('viewer 0-10 | sharer 10-30 running');
  expect(showLinks(timeline)).toEqual([
    'controlling agent>customer 10-20',
    'monitor agent>customer 10-30 running',
  ]);
});

test('a document of no time is of no use as one: its provider event tells the last change, whichever that was', () => {
  const document = { id: 'c1', participants: [look(true, 7, true)] };
  expect(show(draw(document), 'agent')).not.toContain('hold');
});
