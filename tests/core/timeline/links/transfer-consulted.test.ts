import { describe, expect, test } from 'vitest';
import { customer, draw, iso, party, queue, showLinks } from '../../../fixtures/stream';

/** A leg, from its start to its end, connected after two seconds. */
const leg = (id: string, from: number, to: number | undefined, disconnectType?: string) => ({
  calls: [
    {
      id: `${id}-call`,
      state: to === undefined ? 'connected' : 'disconnected',
      startAlertingTime: iso(from),
      connectedTime: iso(from + 2),
      ...(to === undefined ? {} : { disconnectedTime: iso(to) }),
      ...(disconnectType === undefined ? {} : { disconnectType }),
    },
  ],
});
const who = (
  id: string,
  purpose: string,
  ...times: Parameters<typeof leg> extends [string, ...infer T] ? T : never
) => party({ id, purpose, ...leg(id, ...times) });
const transfers = (...participants: object[]) =>
  showLinks(draw({ id: 'c1', participants: [customer(leg('c', 0, 900)), ...participants] }), 'transfer');

// Who is consulted is there before the consult is made a transfer.
describe('a transfer after a consult', () => {
  const ana = who('ana', 'agent', 10, 200, 'transfer.consult');

  test('goes to who came during the leg, and stays', () => {
    expect(transfers(ana, who('bea', 'agent', 150, 900))).toEqual(['transfer ana>bea 200-200 inferred']);
    expect(transfers(ana, who('bea', 'agent', 150, undefined))).toEqual([
      'transfer ana>bea 200-200 inferred',
    ]);
  });

  test('not to who was gone when it was made', () => {
    expect(transfers(ana, who('bea', 'agent', 150, 200))).toEqual([]);
  });

  test('not to one who comes later by another transfer', () => {
    const bea = who('bea', 'agent', 150, 400, 'transfer');
    expect(transfers(ana, bea, who('cem', 'agent', 400, 900))).toEqual([
      'transfer ana>bea 200-200 inferred',
      'transfer bea>cem 400-400 inferred',
    ]);
  });

  test.each(['consultTransfer', 'CONSULT_TRANSFER', 'transfer.conference'])(
    'by each of its words: %s',
    (word) => {
      expect(transfers(who('ana', 'agent', 10, 200, word), who('bea', 'agent', 150, 900))).toHaveLength(1);
    },
  );

  test('of several to the last that came, past the queue that found them', () => {
    const found = [queue(leg('queue', 120, 152)), who('bea', 'agent', 145, 900)];
    expect(transfers(who('dan', 'user', 20, 900), ana, ...found)).toEqual([
      'transfer ana>bea 200-200 inferred',
    ]);
  });

  test.each([
    ['monitoredParticipantId', 'bea'],
    ['coachedParticipantId', 'bea'],
    ['bargedParticipantId', 'sue'],
    ['consultParticipantId', 'sue'],
  ])('not to who came to listen: %s', (field, taker) => {
    const sue = { ...who('sue', 'user', 180, 900), [field]: 'ana' };
    expect(transfers(ana, who('bea', 'agent', 150, 900), sue)).toEqual([
      `transfer ana>${taker} 200-200 inferred`,
    ]);
  });

  test('not to who was there before, nor who is gone, nor the customer', () => {
    const before = who('dan', 'user', 5, 900);
    expect(transfers(before, ana, who('bea', 'agent', 100, 180))).toEqual([]);
    // By the rule of all others then.
    expect(transfers(before, ana, who('cem', 'agent', 200, 900))).toEqual([
      'transfer ana>cem 200-200 inferred',
    ]);
  });

  test('a blind transfer goes to the next leg all the same', () => {
    const blind = who('ana', 'agent', 10, 200, 'transfer');
    expect(transfers(blind, who('bea', 'agent', 150, 900), who('cem', 'agent', 201, 900))).toEqual([
      'transfer ana>cem 200-200 inferred',
    ]);
  });
});
