import { describe, expect, test } from 'vitest';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { iso } from '../../fixtures/payload';

const segments = [{ segmentStart: iso(0), segmentEnd: iso(60), segmentType: 'interact' }];
const detail = (n: number) => ({
  _id: `65f0${n}`,
  conversationId: 'c',
  conversationStart: iso(0),
  participants: [
    {
      _id: `65f1${n}`,
      participantId: 'p',
      purpose: 'agent',
      sessions: [{ _id: `65f2${n}`, sessionId: 's', mediaType: 'voice', segments }],
    },
  ],
});
const lanesOf = (input: unknown) =>
  parseConversations(input).conversations.map((conversation) => {
    const { id, lanes } = buildTimeline(conversation);
    return [id, ...lanes.flatMap((lane) => [lane.id, ...lane.tracks.map((track) => track.id)])];
  });

// Databases put an `_id` of their own into each document, and some into each object.
describe('an `_id` beside the vendor’s own id', () => {
  test('gives way, so that looks at one conversation are of one', () => {
    expect(lanesOf([detail(1), detail(2)])).toEqual([['c', 'p', 's']]);
  });

  test('is kept as it came, wherever it stands', () => {
    for (const ids of [
      { _id: 7, id: 'p' },
      { id: 'p', _id: 7 },
    ]) {
      const [conversation] = parseConversations({
        participants: [{ ...ids, state: 'connected' }],
      }).conversations;
      expect(conversation?.observations[0]?.participants[0]).toMatchObject({
        id: 'p',
        unknownFields: [['_id', 7]],
      });
    }
  });

  test('gives way alone: no other field does, nor how it was spelled, nor another spelling of the id', () => {
    const read = (fields: object) =>
      parseConversations({ participants: [{ state: 'connected', ...fields }] }).conversations[0]
        ?.observations[0]?.participants[0];
    expect(read({ _id: 7, user_id: 'a', userId: 'b', id: 'p' })).toMatchObject({
      id: 'p',
      userId: 'a',
      spelled: [['userId', 'user_id']],
      unknownFields: [
        ['userId', 'b'],
        ['_id', 7],
      ],
    });
    expect(read({ participantId: 'p', id: 'q' })).toMatchObject({
      id: 'p',
      spelled: [['id', 'participantId']],
      unknownFields: [['id', 'q']],
    });
  });

  test('is the id where the other is none', () => {
    expect(
      lanesOf({ participants: [{ _id: 'p', id: '', calls: [{ _id: 's', id: null, state: 'connected' }] }] }),
    ).toEqual([[expect.any(String), 'p', 's']]);
  });

  test('leaves evidence and export whole', () => {
    const { conversations } = parseConversations([detail(1)]);
    const again = parseConversations(JSON.stringify(detail(1)));
    expect(again.conversations[0]?.observations[0]?.participants[0]).toMatchObject({
      id: 'p',
      pointer: '/participants/0',
      spelled: [['id', 'participantId']],
      unknownFields: [['_id', '65f11']],
    });
    expect(conversations[0]?.observations[0]).not.toHaveProperty('fields._id');
  });
});
