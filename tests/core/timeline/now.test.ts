import { describe, expect, test } from 'vitest';
import { buildTimeline, type Conversation, parseConversations } from '../../../src/core/index';
import type { Observation } from '../../../src/core/model/conversation';
import type { Model } from '../../../src/core/model/field';
import * as vendor from '../../../src/core/model/vendor';
import { latestTold } from '../../../src/core/timeline/now';
import {
  agent,
  analytics,
  customer,
  iso,
  type Parts,
  picture,
  rest,
  s,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const running = (more: Parts = {}) => customer({ calls: [{ C: 0, state: 'connected', ...more }] });

/** Where the open leg is drawn to when the caller names no `now`. */
const reach = (participant: object, conversation: Parts = {}) =>
  timelineOf(rest([{ ...participant }], conversation)).end;

describe('now given by the caller', () => {
  test('ends what is open', () => {
    expect(picture(timelineOf(rest([running()]), { now: 45 }))).toEqual(['connected 0-45 running']);
  });

  test('does not move what is over', () => {
    const timeline = timelineOf(rest([customer({ calls: [{ C: 0, E: 60 }] })]), { now: 1000 });
    expect(picture(timeline)).toEqual(['connected 0-60']);
    expect(timeline.end).toBe(s(60));
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.64e15 - 1])(
    'is not taken when it is no instant: %d',
    (now) => {
      const [conversation] = parseConversations(rest([running({ V: 45 })])).conversations;
      const timeline = buildTimeline(conversation as Conversation, { now });
      expect(picture(timeline)).toEqual(['connected 0-45 running']);
    },
  );

  test('before the data: nothing runs backwards', () => {
    const timeline = timelineOf(rest([running()]), { now: -20 });
    expect(timeline.lanes[0]?.tracks[0]?.segments.every(({ start, end }) => start <= end)).toBe(true);
    expect(timeline.start).toBeLessThanOrEqual(timeline.end);
  });
});

describe('a leg that is gone, nobody knows since when', () => {
  const gone = { ...customer({ calls: [{ C: 0, state: 'terminated' }] }), count: s(45) };
  const evidence = (input: object, now?: number) =>
    timelineOf(input, now === undefined ? {} : { now }).lanes[0]?.tracks[0]?.segments[0]?.evidence.pointers;
  const [connected, state] = ['connectedTime', 'state'].map((name) => `/participants/0/calls/0/${name}`);

  test.each<[string, object, string]>([
    ['a leg', agent({ calls: [{ C: 0, E: 45 }] }), '/participants/1/calls/0/disconnectedTime'],
    [
      'a leg that was to be resumed then',
      agent({ calls: [{ C: 0, R: 45, E: 45 }] }),
      '/participants/1/calls/0/disconnectedTime',
    ],
    ['a participant', agent({ calls: [{ C: 0, E: 30 }], W0: 30, W1: 45 }), '/participants/1/endAcwTime'],
    [
      'a record',
      agent({ calls: [{ segments: 'Interact 0-45' }] }),
      '/participants/1/calls/0/segments/0/endTime',
    ],
  ])('ends by now, which %s tells', (_, other, place) => {
    const input = rest([gone, { ...other }]);
    expect(evidence(input)).toEqual([connected, state, place]);
    expect(evidence(input, 45)).toEqual([connected, state]);
  });

  test('ends by now, which the time of an event tells', () => {
    const over = { id: 'a', purpose: 'customer', connectedTime: iso(0), state: 'terminated' };
    const other = { id: 'b', purpose: 'agent', connectedTime: iso(0), state: 'connected' };
    const [conversation] = parseConversations([
      { id: 'c', participants: [over] },
      {
        topicName: 'v2.users.u.conversations.calls',
        eventBody: { id: 'c', participants: [other] },
        eventTime: iso(45),
      },
    ]).conversations;
    const { lanes } = buildTimeline(conversation as Conversation);
    expect(lanes[0]?.tracks[0]?.segments[0]?.evidence.pointers).toEqual([
      '/0/participants/0/connectedTime',
      '/0/participants/0/state',
      '/1/eventTime',
    ]);
  });
});

describe('now by default is the latest instant in the data', () => {
  test.each<[string, object]>([
    ['a time of another participant’s leg', agent({ calls: [{ C: 0, E: 45 }] })],
    ['a provider event', agent({ calls: [{ C: 0, state: 'connected', V: 45 }] })],
    ['a hold', agent({ calls: [{ C: 0, state: 'connected', held: true, H: 45 }] })],
    ['after-call work', agent({ calls: [{ C: 0, E: 30 }], W0: 30, W1: 45 })],
    ['a segment', agent({ calls: [{ state: 'connected', segments: 'Alert 0-45 | Interact 45-' }] })],
    ['a saved wrap-up', agent({ calls: [{ C: 0, E: 30 }], W0: 30, wrapup: { endTime: iso(45) } })],
    ['the start of a leg', agent({ calls: [{ S: 45, state: 'alerting' }] })],
    ['an offer', agent({ calls: [{ A: 45, state: 'alerting' }] })],
    ['parking', agent({ emails: [{ C: 0, P: 45, state: 'parked' }] })],
    ['the end of a participant', agent({ E: 45 })],
    ['work of a communication', agent({ calls: [{ C: 0, E: 30, afterCallWork: [30, 45] }] })],
    ['work that goes on', agent({ calls: [{ C: 0, E: 30, afterCallWork: [45] }] })],
    ['a message', agent({ messages: [{ C: 0, E: 30, messages: [{ id: 'm', messageTime: iso(45) }] }] })],
    [
      'a message of a flat participant',
      agent({ C: 0, E: 30, messages: [{ id: 'm', messageTime: iso(45) }] }),
    ],
    ['the assignment of an evaluation', agent({ E: 30, evaluations: [{ id: 'e', assignedDate: iso(45) }] })],
    ['a change of an evaluation', agent({ E: 30, evaluations: [{ id: 'e', changedDate: iso(45) }] })],
    ['an evaluation', agent({ E: 30, evaluations: [{ id: 'e', submittedDate: iso(45) }] })],
    ['the release of an evaluation', agent({ E: 30, evaluations: [{ id: 'e', releaseDate: iso(45) }] })],
  ])('%s', (_, other) => {
    const timeline = timelineOf(rest([running(), { ...other }]));
    const lane = timeline.lanes.find(({ purpose }) => purpose === 'customer');
    expect(lane?.tracks[0]?.segments).toMatchObject([{ start: s(0), end: s(45), certainty: 'running' }]);
  });

  test('the start of the conversation', () => {
    expect(reach(running(), { S: 45 })).toBe(s(45));
  });

  test('a transfer', () => {
    expect(reach(running(), { recentTransfers: [{ id: 't', dateIssued: iso(45) }] })).toBe(s(45));
  });

  test('the look at an event', () => {
    const look = (at: number) => ({
      topicName: 'v2.users.u.conversations.calls',
      eventTime: iso(at),
      eventBody: { id: 'c', participants: [customer({ C: 0, state: 'connected' })] },
    });
    expect(picture(timelineOf([look(10), look(45)]))).toEqual(['connected 0-45 running']);
  });

  test('a fact that no leg has a place for', () => {
    const fact = (name: string, at: number) => ({
      topicName: `v2.detail.events.conversation.c.${name}`,
      eventBody: { conversationId: 'c', participantId: 'p', sessionId: 's', eventTime: s(at) },
    });
    expect(picture(timelineOf([fact('customer.start', 0), fact('wrapup', 45)]))).toContain(
      'connected 0-45 running',
    );
  });

  test('a metric', () => {
    const metrics = [{ name: 'tTalk', value: 1, emitDate: iso(45) }];
    const segments = [{ segmentStart: iso(0), segmentType: 'interact' }];
    const one = {
      participantId: 'p',
      purpose: 'customer',
      sessions: [{ sessionId: 's', segments, metrics }],
    };
    expect(picture(timelineOf(analytics([one])))).toEqual(['connected 0-45 running']);
  });

  test('without a stated resume', () => {
    expect(reach(agent({ emails: [{ C: 0, P: 20, R: 90, state: 'parked' }] }))).toBe(s(20));
  });

  test('without the time a callback is scheduled for', () => {
    const one = agent({ callbacks: [{ S: 10, state: 'scheduled', callbackScheduledTime: iso(5000) }] });
    expect(reach(one)).toBe(s(10));
  });

  test.each(['Scheduled', 'CALLBACK'])('without the end of a segment %s', (word) => {
    const one = agent({ callbacks: [{ state: 'scheduled', segments: `${word} 0-5000` }] });
    expect(
      timelineOf(rest([running({ H: 30, held: true }), one])).lanes.flatMap(({ tracks }) => tracks),
    ).toContainEqual(
      expect.objectContaining({
        media: 'call',
        segments: [expect.anything(), expect.objectContaining({ type: 'hold', end: s(30) })],
      }),
    );
  });

  test('without the date an evaluation is due', () => {
    const one = agent({
      calls: [{ C: 10, state: 'connected' }],
      evaluations: [{ id: 'e', assignedDate: iso(20), dueDate: iso(9000) }],
    });
    expect(reach(one)).toBe(s(20));
  });

  test('of analytics too', () => {
    const input = analytics([
      speaker('customer', { segments: 'interact 0-' }),
      speaker('agent', { segments: 'alert 0-12 | interact 12-45' }),
    ]);
    expect(picture(timelineOf(input))[0]).toBe('connected 0-45 running');
  });

  test.each(['assignedDate', 'changedDate', 'submittedDate', 'releaseDate', 'eventTime'])(
    'of the evaluations that analytics lists with the conversation: %s',
    (name) => {
      const evaluations = [{ evaluationId: 'e', userId: 'mina', [name]: iso(45) }];
      const input = analytics([speaker('customer', { segments: 'interact 0-' })], { evaluations });
      expect(picture(timelineOf(input))).toEqual(['connected 0-45 running']);
    },
  );

  test('no instant at all', () => {
    const timeline = timelineOf([{ purpose: 'agent', state: 'connected' }]);
    expect(timeline).toMatchObject({ start: 0, end: 0, live: true });
  });
});

describe('by the vendor’s models', () => {
  type Kind = Model['fields'][string]['kind'];

  /** The paths to the fields of some kinds in a model and in all that it holds. */
  const paths = ({ fields }: Model, kinds: Kind[]): string[][] =>
    Object.entries(fields).flatMap(([name, field]) => {
      if ('of' in field) return paths(field.of, kinds).map((path) => [name, ...path]);
      return kinds.includes(field.kind) ? [[name]] : [];
    });
  /** An object of a model in which that field alone says something. */
  const holding = ({ fields }: Model, [name = '', ...rest]: string[]): object => {
    const field = fields[name];
    if (!field || !('of' in field)) return { pointer: '', [name]: s(45) };
    const within = holding(field.of, rest);
    return { pointer: '', [name]: field.kind === 'models' ? [within] : within };
  };

  test.each<[string, Model, (part: object) => Partial<Observation>]>([
    ['conversation', vendor.conversation, (part) => ({ fields: { pointer: '', ...part } })],
    ['participant', vendor.participant, (part) => ({ participants: [{ pointer: '', ...part }] })],
    ['detail event', vendor.detailEvent, (part) => ({ fact: { pointer: '', ...part } })],
  ])('every instant of a %s that has passed counts, and none that may lie ahead', (_, model, part) => {
    const told = (path: string[]) =>
      latestTold({
        form: 'document',
        pointer: '',
        fields: { pointer: '' },
        participants: [],
        ...part(holding(model, path)),
      });
    const passed = paths(model, ['time', 'epoch']);
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.filter((path) => told(path) !== s(45))).toEqual([]);
    expect(paths(model, ['planned']).filter((path) => told(path) === s(45))).toEqual([]);
  });
});
