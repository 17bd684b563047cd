import { describe, expect, test } from 'vitest';
import type { DetailEvent } from '../../../src/core/model/conversation';
import { detailEvent } from '../../../src/core/model/vendor/detail-event';
import { durationsOf, participantOf, tellsUnanswered } from '../../../src/core/timeline/detail-event';

const fact = (fields: Partial<DetailEvent> = {}): DetailEvent => ({ pointer: '/body', ...fields });
const lengths = (...unknownFields: [string, number | string | null][]) => fact({ unknownFields });
const spelledFor = (owner: { spelled?: [string, string][] } | undefined, name: string) =>
  owner?.spelled?.find(([canonical]) => canonical === name)?.[1];

describe('whom a fact speaks of', () => {
  test.each([
    ['customer.start', 'customer'],
    ['acd.end', 'acd'],
    ['user.start', 'user'],
    ['flow.end', 'flow'],
    ['voicemail.start', 'voicemail'],
    ['acw', 'user'],
    ['wrapup', 'user'],
    ['robot.start', 'robot'],
    ['attributes', undefined],
    ['', undefined],
  ])('%j is of purpose %j', (name, purpose) => {
    expect(participantOf(fact(), name).purpose).toBe(purpose);
  });

  test('by the ids that it gives', () => {
    const ids = {
      userId: 'u',
      queueId: 'q',
      teamId: 't',
      groupId: 'g',
      externalContactId: 'c',
      externalOrganizationId: 'o',
      ani: 'tel:1',
      dnis: 'tel:2',
      flaggedReason: 'general',
    };
    expect(participantOf(fact({ ...ids, participantId: 'p' }), 'user.start')).toMatchObject({
      ...ids,
      id: 'p',
    });
    expect(Object.keys(participantOf(fact(), 'user.start')).toSorted()).toEqual([
      'pointer',
      'purpose',
      'sessions',
      'spelled',
    ]);
  });

  test('its places are those of the event', () => {
    const one = participantOf(fact({ participantId: 'p', sessionId: 's', eventTime: 5 }), 'customer.start');
    const [session] = one.sessions ?? [];
    expect([one.pointer, session?.pointer, spelledFor(one, 'id')]).toEqual([
      '/body',
      '/body',
      'participantId',
    ]);
    expect(['id', 'startTime', 'connectedTime'].map((name) => spelledFor(session, name))).toEqual([
      'sessionId',
      'eventTime',
      'eventTime',
    ]);
  });

  test('also where the event spells them in its own way', () => {
    const spelled: [string, string][] = [
      ['participantId', 'participant_id'],
      ['sessionId', 'session_id'],
      ['eventTime', 'event_time'],
      ['userId', 'user_id'],
      ['disconnectType', 'disconnect_type'],
    ];
    const one = participantOf(
      fact({ participantId: 'p', sessionId: 's', eventTime: 5, spelled }),
      'user.end',
    );
    const [session] = one.sessions ?? [];
    expect([spelledFor(one, 'id'), spelledFor(one, 'userId')]).toEqual(['participant_id', 'user_id']);
    expect(['id', 'disconnectedTime', 'disconnectType'].map((name) => spelledFor(session, name))).toEqual([
      'session_id',
      'event_time',
      'disconnect_type',
    ]);
  });
});

describe('what a fact says of the session', () => {
  const session = (name: string, fields: Partial<DetailEvent> = {}) =>
    participantOf(fact(fields), name).sessions?.[0];

  test('a start is that of the session and its connection', () => {
    const { startTime, connectedTime, disconnectedTime } = session('acd.start', { eventTime: 5 }) ?? {};
    expect([startTime, connectedTime, disconnectedTime]).toEqual([5, 5, undefined]);
  });

  test('an end is its end', () => {
    const { startTime, connectedTime, disconnectedTime } = session('acd.end', { eventTime: 5 }) ?? {};
    expect([startTime, connectedTime, disconnectedTime]).toEqual([undefined, undefined, 5]);
  });

  test.each(['acw', 'wrapup', 'user', 'user.transfer'])('%s is neither', (name) => {
    const of = session(name, { eventTime: 5, sessionId: 's' });
    expect(of).not.toHaveProperty('startTime');
    expect(of).not.toHaveProperty('disconnectedTime');
  });

  test('without a time it says none', () => {
    for (const name of ['user.start', 'user.end']) {
      expect(Object.keys(session(name) ?? {}).toSorted()).toEqual(['pointer', 'spelled']);
      expect(session(name)?.spelled).toEqual([['id', 'sessionId']]);
    }
  });

  test('medium, direction, provider, addresses and why it ended', () => {
    const said = {
      mediaType: 'VOICE',
      direction: 'INBOUND',
      provider: 'Edge',
      ani: 'a',
      dnis: 'd',
      disconnectType: 'PEER',
    };
    expect(session('user.end', { ...said, sessionId: 's' })).toMatchObject({ ...said, id: 's' });
  });

  // What is of the conversation stands there, and what a wrap-up says in wrap-ups alone.
  const elsewhere = ['eventTime', 'conversationId', 'wrapupCode', 'wrapupNotes'];
  test.each(Object.keys(detailEvent.fields).filter((name) => !elsewhere.includes(name)))(
    'each of its fields has a place: %s',
    (name) => {
      for (const of of ['user.end', 'user.start', 'wrapup'])
        expect(JSON.stringify(participantOf(fact({ [name]: `the ${name}` }), of))).toContain(`"the ${name}"`);
    },
  );

  test('what has no name on the session is kept beside what is not known', () => {
    const others = { divisionId: 'd', flowType: 'VOICE', conversationExternalContactIds: ['c'] };
    const spelled: [string, string][] = [['flowType', 'flow_type']];
    expect(session('flow.end', { ...others, spelled, unknownFields: [['x', 1]] })?.unknownFields).toEqual([
      ['divisionId', 'd'],
      ['conversationExternalContactIds', ['c']],
      ['flow_type', 'VOICE'],
      ['x', 1],
    ]);
    expect(session('flow.end', { divisionId: 'd' })?.unknownFields).toEqual([['divisionId', 'd']]);
    expect(session('user.end', { subject: 's', addressFrom: 'f', messageType: 'SMS' })).toMatchObject({
      subject: 's',
      addressFrom: 'f',
      messageType: 'SMS',
    });
  });

  test.each(['wrapup', 'acw'])('%s: what was saved, and when', (name) => {
    const spelled: [string, string][] = [['wrapupNotes', 'wrapup_notes']];
    const said = { wrapupCode: 'sold', wrapupNotes: 'two', eventTime: 5, spelled };
    expect(session(name, said)?.wrapup).toEqual({
      pointer: '/body',
      code: 'sold',
      notes: 'two',
      endTime: 5,
      spelled: [
        ['code', 'wrapupCode'],
        ['notes', 'wrapup_notes'],
        ['endTime', 'eventTime'],
      ],
    });
    expect(session(name, { wrapupCode: 'sold' })?.wrapup).toMatchObject({ code: 'sold' });
    expect(session(name, { wrapupNotes: 'two' })?.wrapup).toMatchObject({ notes: 'two' });
    expect(session(name, { eventTime: 5 })).not.toHaveProperty('wrapup');
    expect(session('user.end', said)).not.toHaveProperty('wrapup');
  });

  test('and all that we do not know', () => {
    expect(session('user.end', { unknownFields: [['x', 1]] })?.unknownFields).toEqual([['x', 1]]);
    expect(session('user.end')).not.toHaveProperty('unknownFields');
  });
});

describe('stated lengths', () => {
  test.each([
    ['connected', 'interacting connected talk talking'],
    ['hold', 'held hold'],
    ['alerting', 'alerting alert'],
    ['dialing', 'dialing'],
    ['contacting', 'contacting'],
    ['ivr', 'ivr'],
    ['queued', 'queued acd'],
    ['voicemail', 'voicemail'],
    ['parked', 'parked park'],
    ['acw', 'acw wrapup afterCallWork after_call_work'],
  ])('%s is the type of %s', (type, words) => {
    for (const word of words.split(' ')) {
      for (const name of [`${word}DurationMs`, `${word}_duration_ms`, `${word}DURATIONMS`]) {
        expect(durationsOf(lengths([name, 7]))).toEqual([[name, type, 7]]);
      }
    }
  });

  test('others are none', () => {
    const names = [
      'levitatingDurationMs',
      'ringingDurationMs',
      'systemDurationMs',
      'heldDuration',
      'DurationMs',
      'heldDurationMsTotal',
      'x.heldDurationMs',
    ];
    expect(durationsOf(lengths(...names.map((name): [string, number] => [name, 7])))).toEqual([]);
    expect(
      durationsOf(lengths(['heldDurationMs', '7'], ['alertingDurationMs', null], ['acwDurationMs', -1])),
    ).toEqual([]);
    expect(durationsOf(fact())).toEqual([]);
  });

  test('nothing is a length', () => {
    expect(durationsOf(lengths(['heldDurationMs', 0]))).toEqual([['heldDurationMs', 'hold', 0]]);
  });
});

describe('an end that tells that nobody answered', () => {
  test('states how long it rang, and neither talk nor hold', () => {
    expect(tellsUnanswered(lengths(['alertingDurationMs', 7]), 'user.end')).toBe(true);
    expect(
      tellsUnanswered(lengths(['alertingDurationMs', 7], ['interactingDurationMs', 0]), 'user.end'),
    ).toBe(true);
  });

  test.each<[string, [string, number][], string]>([
    ['of another', [['alertingDurationMs', 7]], 'acd.end'],
    ['that did not ring', [['alertingDurationMs', 0]], 'user.end'],
    ['that says nothing of it', [], 'user.end'],
    [
      'with talk',
      [
        ['alertingDurationMs', 7],
        ['interactingDurationMs', 1],
      ],
      'user.end',
    ],
    [
      'with a hold',
      [
        ['alertingDurationMs', 7],
        ['heldDurationMs', 1],
      ],
      'user.end',
    ],
  ])('not one %s', (_, said, name) => {
    expect(tellsUnanswered(lengths(...said), name)).toBe(false);
  });
});
