import { describe, expect, test } from 'vitest';
import { agent, draw, show, stream } from '../../../fixtures/stream';

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

test('a document of no time is of no use as one: its provider event tells the last change, whichever that was', () => {
  const document = { id: 'c1', participants: [look(true, 7, true)] };
  expect(show(draw(document), 'agent')).not.toContain('hold');
});
