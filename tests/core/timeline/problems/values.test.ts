import { describe, expect, test } from 'vitest';
import { RELATED } from '../../../../src/core/timeline/related';
import {
  agent,
  analytics,
  customer,
  iso,
  party,
  type Parts,
  rest,
  said,
  speaker,
  timelineOf,
} from '../../../fixtures/payload';

const CALL = '/participants/0/calls/0';

describe('unknown-value', () => {
  const found = (call: Parts, more: Parts = {}) =>
    said(timelineOf(rest([agent({ calls: [{ C: 0, E: 60, ...call }], ...more })])), 'unknown-value');

  test.each<[string, Parts, string]>([
    ['state', { state: 'levitating' }, `${CALL}/state`],
    ['direction', { direction: 'sideways' }, `${CALL}/direction`],
    ['disconnect type', { disconnectType: 'abducted' }, `${CALL}/disconnectType`],
    ['co-browse role', { cobrowseRole: 'director', cobrowseSessionId: 'room' }, `${CALL}/cobrowseRole`],
    ['segment type', { segments: 'Interact 0-30 | Teleporting 30-60' }, `${CALL}/segments/1/type`],
  ])('%s', (_, call, pointer) => {
    expect(found(call)).toEqual([['info', pointer]]);
  });

  test('of recorded segments, though a later look has none', () => {
    const call = (segments?: string) => rest([agent({ calls: [{ id: 'leg', C: 0, E: 60, segments }] })]);
    const timeline = timelineOf([call('Teleporting 0-60'), call()]);
    expect(said(timeline, 'unknown-value')).toEqual([['info', `/0${CALL}/segments/0/type`]]);
  });

  test('purpose', () => {
    const timeline = timelineOf(rest([party('wizard', { calls: [{ C: 0, E: 60 }] })]));
    expect(said(timeline, 'unknown-value')).toEqual([['info', '/participants/0/purpose']]);
  });

  test('media type of a session', () => {
    const input = analytics([speaker('agent', { mediaType: 'telepathy', segments: 'interact 0-60' })], {
      E: 60,
    });
    const timeline = timelineOf(input);
    expect(said(timeline, 'unknown-value')).toEqual([['info', '/participants/0/sessions/0/mediaType']]);
    expect(timeline.lanes[0]?.tracks[0]?.media).toBe('telepathy');
  });

  test('an unknown state is drawn, with its word', () => {
    const one = agent({ calls: [{ S: 0, state: 'levitating' }] });
    const [segment] = timelineOf(rest([one]), { now: 60 }).lanes[0]?.tracks[0]?.segments.slice(-1) ?? [];
    expect(segment).toMatchObject({ type: 'other', label: 'levitating' });
  });

  test.each(
    'alerting dialing contacting offering connected disconnected terminated converting uploading transmitting parked none scheduled'.split(
      ' ',
    ),
  )('not the state %s', (state) => {
    expect(found({ state })).toEqual([]);
    expect(found({ state: state.toUpperCase() })).toEqual([]);
  });

  test.each(
    'acd agent api botflow campaign customer dialer external fax group inbound ivr manual outbound station user voicemail voicesurveyflow workflow'.split(
      ' ',
    ),
  )('not the purpose %s', (purpose) => {
    const timeline = timelineOf(rest([party(purpose, { calls: [{ C: 0, E: 60 }] })]));
    expect(said(timeline, 'unknown-value')).toEqual([]);
  });

  test.each([
    'transfer.consult',
    'endpoint.dnd',
    'consultTransfer',
    'DND_ENDPOINT',
    'peer',
    'client',
    'noAnswer',
  ])('not the disconnect type %s', (disconnectType) => {
    expect(found({ disconnectType })).toEqual([]);
  });

  test.each(['voice', 'chat', 'email', 'callback', 'cobrowse', 'message', 'screenshare', 'video', 'unknown'])(
    'not the media type %s',
    (mediaType) => {
      const input = analytics([speaker('agent', { mediaType, segments: 'interact 0-60' })], { E: 60 });
      expect(said(timelineOf(input), 'unknown-value')).toEqual([]);
    },
  );

  test('not a direction within', () => {
    expect(found({ direction: 'internal' })).toEqual([]);
  });

  test('not a role or direction in other letters', () => {
    expect(found({ direction: 'UNKNOWN' })).toEqual([]);
    expect(found({ direction: 'INBOUND', cobrowseRole: 'Viewer', cobrowseSessionId: 'room' })).toEqual([]);
  });
});

describe('duplicate-id', () => {
  const twin = (C: number, more: Parts = {}) =>
    agent({ id: 'twin', calls: [{ id: `leg ${C}`, C, E: 60 }], ...more });

  test('two participants', () => {
    expect(said(timelineOf(rest([twin(0), twin(5)])), 'duplicate-id')).toEqual([
      ['warning', '/participants/0/id', '/participants/1/id'],
    ]);
  });

  test('two participants behind another', () => {
    const first = customer({ calls: [{ C: 0, E: 60 }] });
    expect(said(timelineOf(rest([first, twin(0), twin(5)])), 'duplicate-id')).toEqual([
      ['warning', '/participants/1/id', '/participants/2/id'],
    ]);
  });

  test('two communications of one participant', () => {
    const one = agent({
      calls: [
        { id: 'leg', C: 0, E: 20 },
        { id: 'leg', C: 30, E: 60 },
      ],
    });
    expect(said(timelineOf(rest([one])), 'duplicate-id')).toEqual([
      ['warning', `${CALL}/id`, '/participants/0/calls/1/id'],
    ]);
  });

  test('two communications of two participants', () => {
    const leg = (id: string) => agent({ id, calls: [{ id: 'leg', C: 0, E: 20 }] });
    expect(said(timelineOf(rest([leg('a'), leg('b')])), 'duplicate-id')).toEqual([
      ['warning', `${CALL}/id`, '/participants/1/calls/0/id'],
    ]);
  });

  test('two communications that only a later event names', () => {
    const look = (topic: string, legs: Parts) => ({
      topicName: `v2.users.u.${topic}`,
      eventBody: { id: 'c', participants: ['a', 'b'].map((id) => agent({ id, ...legs })) },
    });
    const looks = [
      look('conversations.calls', { state: 'connected' }),
      look('conversations', { calls: [{ id: 'leg', state: 'connected' }] }),
    ];
    expect(said(timelineOf(looks), 'duplicate-id')).toEqual([
      ['warning', `/1/eventBody${CALL}/id`, '/1/eventBody/participants/1/calls/0/id'],
    ]);
  });

  test('not: one participant in two documents of the conversation', () => {
    const line = JSON.stringify(rest([twin(0)]));
    expect(said(timelineOf(`${line}\n${line}`), 'duplicate-id')).toEqual([]);
  });

  test('not: a communication that begins once more after its end', () => {
    const call = (A: number) => rest([agent({ calls: [{ id: 'leg', A, C: A + 5, E: A + 20 }] })]);
    const timeline = timelineOf([call(0), call(30)]);
    expect(timeline.lanes[0]?.tracks.map(({ id }) => id)).toEqual(['leg', 'leg~2']);
    expect(said(timeline, 'duplicate-id')).toEqual([]);
  });

  test('not: two without any id', () => {
    const nameless = { purpose: 'agent', state: 'connected' };
    expect(said(timelineOf([nameless, nameless]), 'duplicate-id')).toEqual([]);
  });

  test('not: two legs of one user', () => {
    const leg = (id: string) => agent({ id, userId: 'mina', calls: [{ C: 0, E: 20 }] });
    expect(said(timelineOf(rest([leg('a'), leg('b')])), 'duplicate-id')).toEqual([]);
  });
});

describe('unsafe-url', () => {
  const found = (more: Parts) =>
    said(timelineOf(rest([agent({ C: 0, E: 60, state: 'disconnected', ...more })])), 'unsafe-url');

  test.each([
    'http://example.com/view',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'https://mina:secret@example.com/',
  ])('%j', (viewerUrl) => {
    expect(found({ viewerUrl })).toEqual([['warning', '/participants/0/viewerUrl']]);
  });

  test('of a communication', () => {
    const one = agent({ cobrowsesessions: [{ C: 0, E: 60, viewerUrl: 'http://example.com' }] });
    expect(said(timelineOf(rest([one])), 'unsafe-url')).toEqual([
      ['warning', '/participants/0/cobrowsesessions/0/viewerUrl'],
    ]);
  });

  test('of a field that no model knows, where the newest look gives it', () => {
    const look = (pictureUrl: string) => rest([agent({ C: 0, E: 60, state: 'disconnected', pictureUrl })]);
    const looks = [look('/pictures/1'), look('http://example.com'), rest([agent({ name: 'Mina' })])];
    expect(said(timelineOf(looks), 'unsafe-url')).toEqual([['warning', '/1/participants/0/pictureUrl']]);
  });

  test('of such a field beside others, in the look that gives it', () => {
    const timeline = timelineOf([
      rest([agent({ C: 0, E: 60, state: 'disconnected', mood: 'fine', pictureUrl: 'http://example.com' })]),
      rest([agent({ mood: 'better' })]),
    ]);
    expect(said(timeline, 'unsafe-url')).toEqual([['warning', '/0/participants/0/pictureUrl']]);
  });

  test('where a vendor path is expected', () => {
    expect(found({ userUri: 'http://example.com/mina' })).toEqual([['warning', '/participants/0/userUri']]);
    for (const name of ['user', 'queue', 'team', 'script', 'externalContact', 'externalOrganization'])
      expect(found({ [name]: { id: 'mina', selfUri: 'javascript:alert(1)' } })).toEqual([
        ['warning', `/participants/0/${name}/selfUri`],
      ]);
  });

  test.each(['https://apps.example.com/view?room=1', '/api/v2/users/mina', 'view/1', ''])(
    'not %j',
    (viewerUrl) => {
      expect(found({ viewerUrl, userUri: viewerUrl })).toEqual([]);
    },
  );
});

describe('dangling-reference', () => {
  const found = (more: Parts) =>
    said(
      timelineOf(
        rest([
          agent({ calls: [{ C: 0, E: 60 }], ...more }),
          customer({ calls: [{ id: 'leg', C: 0, E: 60 }] }),
        ]),
      ),
      'dangling-reference',
    );

  test.each(RELATED)('%s', (name) => {
    expect(found({ [name]: 'nobody' })).toEqual([['warning', `/participants/0/${name}`]]);
  });

  test.each(RELATED)('not %s of somebody who is there', (name) => {
    expect(found({ [name]: 'customer' })).toEqual([]);
    expect(found({ [name]: 'leg' })).toEqual([]);
    expect(found({ [name]: 'agent' })).toEqual([]);
  });

  test.each(RELATED.slice(1))('%s of a recorded segment', (name) => {
    const segments = [{ startTime: iso(0), endTime: iso(60), type: 'Monitoring', [name]: 'nobody' }];
    expect(found({ calls: [{ E: 60, segments }] })).toEqual([['warning', `${CALL}/segments/0/${name}`]]);
  });

  test('somebody who is named in two ways is missing once, and both places are named', () => {
    expect(found({ monitoredParticipantId: 'nobody', coachedParticipantId: 'nobody' })).toEqual([
      ['warning', '/participants/0/monitoredParticipantId', '/participants/0/coachedParticipantId'],
    ]);
  });

  test('somebody whom look after look names in one way has one place', () => {
    const look = rest([agent({ calls: [{ C: 0, E: 60 }], coachedParticipantId: 'nobody' })]);
    expect(said(timelineOf([look, look, look]), 'dangling-reference')).toEqual([
      ['warning', '/0/participants/0/coachedParticipantId'],
    ]);
  });

  test('somebody whom two legs of one participant name in one way has the first place', () => {
    const leg = { C: 0, E: 60, cobrowseRole: 'viewer', controlling: ['nobody'] };
    expect(found({ cobrowsesessions: [leg, leg] })).toEqual([
      ['warning', '/participants/0/cobrowsesessions/0/controlling/0'],
    ]);
  });

  test('two who are named are both missing', () => {
    expect(found({ monitoredParticipantId: 'nobody', coachedParticipantId: 'no one' })).toEqual([
      ['warning', '/participants/0/monitoredParticipantId'],
      ['warning', '/participants/0/coachedParticipantId'],
    ]);
  });

  test('an id under control', () => {
    const room = { C: 0, E: 60, cobrowseSessionId: 'room' };
    const timeline = timelineOf(
      rest([
        agent({
          cobrowsesessions: [{ ...room, cobrowseRole: 'viewer', controlling: ['customer', 'nobody'] }],
        }),
        customer({ cobrowsesessions: [{ ...room, cobrowseRole: 'sharer' }] }),
      ]),
    );
    expect(said(timeline, 'dangling-reference')).toEqual([
      ['warning', '/participants/0/cobrowsesessions/0/controlling/1'],
    ]);
  });

  test('not a peer', () => {
    expect(found({ calls: [{ C: 0, E: 60, peerId: 'nobody' }] })).toEqual([]);
  });
});
