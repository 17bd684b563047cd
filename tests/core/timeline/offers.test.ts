import { describe, expect, test } from 'vitest';
import { agent, codes, customer, drawn, rest, T, timelineOf } from '../../fixtures/payload';
import { agent as party, draw, show, stream } from '../../fixtures/stream';

describe.each(['alerting', 'dialing', 'contacting', 'offering', 'scheduled'])(
  'before the connection: %s',
  (word) => {
    const recorded = (segments: string) =>
      timelineOf(
        rest([
          agent({ calls: [{ id: 'a', peer: 'b', E: 50, segments }] }),
          customer({ calls: [{ id: 'b', C: 0, E: 90 }] }),
        ]),
      );

    test('ties its leg to nobody', () => {
      const [peer] = recorded(`${word} 5-10 | Interact 10-50`).links;
      expect(peer).toMatchObject({ kind: 'peer', start: T + 10_000, end: T + 50_000 });
    });

    test('may be followed by a gap', () => {
      expect(codes(recorded(`${word} 5-10 | Interact 30-50`))).not.toContain('gap-in-segments');
    });

    test('leaves what comes behind it to the single times', () => {
      const leg = { C: 12, E: 60, segments: `${word} 0-10` };
      expect(drawn(agent({ calls: [leg] }))).toMatch(/ connected 12-60$/);
    });

    test('began when its leg did, though it was seen later', () => {
      const input = stream('eventTime', [
        [5, party({ state: word, startTime: 0 })],
        [20, party({ state: 'connected', startTime: 0, connectedTime: 20 })],
      ]);
      expect(show(draw(input, { now: 30 }), 'agent')).toBe(`${word} 0-20 inferred | connected 20-30 running`);
    });
  },
);
