import { describe, expect, test } from 'vitest';
import { redact, parseConversations } from '../../../../src/core/index';
import { draw, fact, lane, show } from '../../../fixtures/stream';

const zoe = { participantId: 'customer', sessionId: 'session-2' };

/** As the vendor documents it: of a participant, with neither session nor medium. */
function attributes(seconds: number, fields: object): Record<string, unknown> {
  const event = fact('attributes', seconds, {
    participantId: 'customer',
    communications: [{ id: 'session-2', mediaType: 'VOICE' }],
    ...fields,
  });
  delete (event['eventBody'] as Record<string, unknown>)['mediaType'];
  return event;
}

describe('detail events that tell the attributes of a participant', () => {
  const ended = [
    fact('customer.start', 0, zoe),
    attributes(5, { attributes: { tier: 'gold', name: 'Zoe Doe' } }),
    attributes(7, { attributes: { tier: 'silver' } }),
    fact('customer.end', 61, { ...zoe, disconnectType: 'PEER' }),
  ];

  test('begin no leg, and keep no conversation going that is over', () => {
    const timeline = draw(ended);
    expect(timeline.live).toBe(false);
    expect(lane(timeline, 'customer').tracks.map(({ id }) => id)).toEqual(['session-2']);
    expect(show(timeline, 'customer')).toBe('connected 0-61');
    expect(lane(timeline, 'customer').purpose).toBe('customer');
  });

  test('also before the leg that they are of, and of several', () => {
    const another = { participantId: 'customer', sessionId: 'session-3' };
    const timeline = draw([
      attributes(-1, { attributes: { tier: 'gold' } }),
      ...ended,
      fact('customer.start', 70, another),
      fact('customer.end', 80, { ...another, disconnectType: 'PEER' }),
    ]);
    expect(timeline.live).toBe(false);
    expect(lane(timeline, 'customer').tracks.map(({ id }) => id)).toEqual(['session-2', 'session-3']);
  });

  test('are attributes of the participant, the newest of each', () => {
    const { participant } = lane(draw(ended), 'customer');
    expect(participant.attributes).toEqual([
      ['tier', 'silver'],
      ['name', 'Zoe Doe'],
    ]);
    // What is not known of a fact that has no session stays with the participant.
    expect(participant.unknownFields).toEqual([
      ['communications', [{ id: 'session-2', mediaType: 'VOICE' }]],
    ]);
  });

  test('are redacted like all attributes', () => {
    const [conversation] = parseConversations(ended).conversations;
    const { replaced, conversation: hidden } = redact(conversation as NonNullable<typeof conversation>);
    expect(JSON.stringify(hidden)).not.toMatch(/Zoe|gold|silver/);
    expect(replaced.filter(({ kind }) => kind === 'attribute')).toHaveLength(3);
  });

  test('a fact of the contact, without its session, is none of a leg either', () => {
    const contact = fact('contact', 5, { participantId: 'customer', externalContactId: 'contact-1' });
    const timeline = draw([fact('customer.start', 0, zoe), contact, fact('customer.end', 61, zoe)]);
    expect([timeline.live, lane(timeline, 'customer').tracks.length]).toEqual([false, 1]);
    expect(lane(timeline, 'customer').participant.externalContactId).toBe('contact-1');
  });
});
