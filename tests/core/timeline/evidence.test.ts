import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import type { Evidence, Segment, Timeline } from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';
import {
  agent,
  analytics,
  customer,
  iso,
  line,
  rest,
  s,
  speaker,
  timelineOf,
  valuesAt,
} from '../../fixtures/payload';
import { resolvePointer } from '../../fixtures/pointer';

const segmentsOf = ({ lanes }: Timeline): Segment[] =>
  lanes.flatMap(({ tracks }) => tracks.flatMap(({ segments }) => segments));

function marksOf({ lanes, links }: Timeline): { evidence: Evidence }[] {
  return [
    ...lanes.flatMap(({ tracks, milestones, roles, limits }) => [
      ...tracks.flatMap(({ segments, unplaced }) => [...segments, ...(unplaced ?? [])]),
      ...milestones,
      ...roles,
      ...limits,
    ]),
    ...links,
  ];
}

/** What the evidence of a segment leads to, as instants where it is a time. */
function instantsAt(input: unknown, evidence: Evidence): unknown[] {
  return valuesAt(input, evidence).map((value) => (typeof value === 'string' ? Date.parse(value) : value));
}

function expectEvidence(input: unknown, timeline: Timeline): void {
  for (const { evidence } of marksOf(timeline)) {
    expect(evidence.rule).not.toBe('');
    for (const value of valuesAt(input, evidence)) expect(value).toBeDefined();
  }
  for (const { pointers } of timeline.problems) {
    expect(pointers.length).toBeGreaterThan(0);
    for (const value of valuesAt(input, { pointers })) expect(value).toBeDefined();
  }
}

const leg = (more: object, participant: object = {}) =>
  rest([agent({ calls: [{ ...more }], ...participant })]);

describe('evidence reaches the values used', () => {
  test.each<[string, Record<string, unknown>]>([
    ['alerting and connected', leg({ A: 0, C: 12, E: 60 })],
    ['a hold until the end', leg({ C: 0, H: 20, held: true, E: 60 })],
    ['a park', leg({ C: 0, P: 20, R: 40, E: 60 })],
    ['after-call work', leg({ C: 0, E: 60 }, { W0: 60, W1: 75 })],
    ['after-call work of the communication', leg({ C: 0, E: 60, afterCallWork: [60, 75] })],
    ['after-call work until the wrap-up', leg({ C: 0, E: 60 }, { W0: 60, wrapup: { endTime: iso(70) } })],
    ['recorded segments', leg({ E: 60, segments: 'Alert 0-12 | Interact 12-60 | Wrapup 60-75' })],
    [
      'after-call work that a record began',
      leg({ E: 60, segments: 'Interact 12-60 | Wrapup 60-' }, { W0: 60, W1: 75 }),
    ],
    ['analytics', analytics([speaker('agent', { segments: 'alert 0-12 | interact 12-60 | wrapup 60-75' })])],
    ['a flat participant', rest([agent({ A: 0, C: 12, E: 60, state: 'disconnected' })])],
    ['times of the participant', rest([agent({ S: 0, E: 60, calls: [{ C: 12 }] })])],
  ])('%s: both ends stand where it says', (_, input) => {
    const timeline = timelineOf(input);
    expectEvidence(input, timeline);
    const segments = segmentsOf(timeline);
    expect(segments.length).toBeGreaterThan(0);
    for (const { start, end, evidence } of segments) {
      expect(instantsAt(input, evidence)).toEqual(expect.arrayContaining([start, end]));
    }
  });

  test.each<[string, Record<string, unknown>, unknown[]]>([
    ['an inferred offer: start and connection', leg({ S: 0, C: 12, E: 60 }), [iso(0), iso(12)]],
    [
      'an outbound leg: the direction too',
      leg({ S: 0, C: 12, E: 60, direction: 'outbound' }),
      [iso(0), 'outbound'],
    ],
    [
      'a hold of unknown end: `held` too',
      leg({ C: 0, H: 20, held: false, E: 60 }),
      [iso(20), false, iso(60)],
    ],
    ['a hold that runs', leg({ C: 0, H: 20, held: true, state: 'connected' }), [iso(20), true]],
    ['parked and gone', leg({ C: 0, P: 20, E: 60, state: 'disconnected' }), [iso(20), iso(60)]],
    [
      'after-call work by duration',
      leg({ C: 0, E: 60 }, { W0: 60, wrapup: { durationSeconds: 9 } }),
      [iso(60), 9],
    ],
    ['after-call work by timeout', leg({ C: 0, E: 60 }, { W0: 60, wrapupTimeoutMs: 9000 }), [iso(60), 9000]],
    ['a segment without end', leg({ E: 60, segments: 'Interact 12-' }), ['Interact', iso(12), iso(60)]],
  ])('%s', (_, input, values) => {
    const timeline = timelineOf(input);
    expectEvidence(input, timeline);
    const inferred = segmentsOf(timeline).filter(({ certainty }) => certainty !== 'recorded');
    expect(inferred.map(({ evidence }) => valuesAt(input, evidence))[0]).toEqual(
      expect.arrayContaining(values),
    );
  });

  test('what is planned names the time it is planned for', () => {
    const input = leg({ C: 0, P: 20, R: 90, state: 'parked' });
    const planned = segmentsOf(timelineOf(input, { now: 50 })).find(
      ({ certainty }) => certainty === 'planned',
    );
    expect(planned && instantsAt(input, planned.evidence)).toContain(s(90));
  });

  test('a leg that ends with its conversation names the conversation’s end', () => {
    const input = rest([agent({ calls: [{ C: 0, state: 'connected' }] })], { S: 0, E: 60 });
    const [segment] = segmentsOf(timelineOf(input));
    expect(segment?.evidence.pointers).toEqual(['/participants/0/calls/0/connectedTime', '/endTime']);
  });

  test('the end milestone names its time and its disconnect type', () => {
    const input = leg({ C: 0, E: 60, disconnectType: 'client' });
    const end = timelineOf(input).lanes[0]?.milestones.find(({ kind }) => kind === 'end');
    expect(end && valuesAt(input, end.evidence)).toEqual([iso(60), 'client']);
  });

  test('an error names its code', () => {
    const input = leg({ A: 0, E: 60, errorInfo: { code: 'sip', message: 'No' } });
    const end = timelineOf(input).lanes[0]?.milestones.find(({ kind }) => kind === 'end');
    expect(end && valuesAt(input, end.evidence)).toContain('sip');
  });
});

describe('every spelling', () => {
  const snake = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(snake);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
        snake(inner),
      ]),
    );
  };
  const swift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swift);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key === 'id' ? '_id' : key, swift(inner)]),
    );
  };
  const withoutPointers = (timeline: Timeline): unknown =>
    JSON.parse(
      JSON.stringify(timeline, (key, value: unknown) =>
        key === 'pointers' || key === 'pointer' || key === 'spelled' || key === 'participant'
          ? undefined
          : value,
      ),
    );

  const full = rest(
    [
      customer({ calls: [{ S: 0, C: 1, E: 60, V: 60 }] }),
      agent({
        userId: 'mina',
        alertingTimeoutMs: 30_000,
        wrapupTimeoutMs: 10_000,
        wrapup: { code: 'a', name: 'Solved', durationSeconds: 9, endTime: iso(74) },
        calls: [
          { A: 2, C: 12, H: 20, held: false, E: 60, disconnectType: 'client', peerId: 'customer-calls-0' },
        ],
        cobrowsesessions: [
          { C: 30, E: 50, cobrowseRole: 'viewer', cobrowseSessionId: 'room', controlling: ['customer'] },
        ],
        W0: 60,
        W1: 75,
      }),
    ],
    { S: 0, E: 60 },
  );
  const recorded = analytics(
    [
      speaker('customer', { segments: 'interact 0-60' }),
      speaker('agent', {
        cobrowseRole: 'viewer',
        metrics: [['tTalk', 1]],
        segments: 'alert 0-12 | interact 12-60 | wrapup 60-75',
      }),
    ],
    { E: 60 },
  );

  test.each<[string, unknown, unknown]>([
    ['snake_case', full, snake(full)],
    ['_id', full, swift(full)],
    ['snake_case analytics', recorded, snake(recorded)],
  ])('%s gives the same timeline, with its own pointers', (_, plain, spelled) => {
    const timeline = timelineOf(spelled);
    expectEvidence(spelled, timeline);
    expect(withoutPointers(timeline)).toEqual(withoutPointers(timelineOf(plain)));
  });
});

describe('several documents', () => {
  const one = { ...agent({ A: 0, C: 12, H: 20, held: false, E: 60, state: 'disconnected' }) };
  const body = rest([one], { S: 0, E: 60 });
  const entry = (text: string) => ({ response: { content: { mimeType: 'application/json', text } } });

  test.each<[string, unknown, string]>([
    ['one participant', one, '/startAlertingTime'],
    ['a list of participants', [customer({ C: 0, E: 60 }), one], '/1/startAlertingTime'],
    ['a listing', { entities: [body] }, '/entities/0/participants/0/startAlertingTime'],
    ['a wrapper', { conversations: [body] }, '/conversations/0/participants/0/startAlertingTime'],
    [
      'a HAR',
      { log: { entries: [entry('{"hello":"world"}'), entry(JSON.stringify(body))] } },
      '/log/entries/1/response/content/text#/participants/0/startAlertingTime',
    ],
  ])('%s', (_, input, pointer) => {
    const timeline = timelineOf(input);
    expectEvidence(input, timeline);
    const alerting = segmentsOf(timeline).find(({ type }) => type === 'alerting');
    expect(alerting?.evidence.pointers).toContain(pointer);
  });

  test('JSON Lines: pointers are as if the lines were an array', () => {
    const lines = [
      rest([customer({ calls: [{ C: 0, E: 60 }] })]),
      rest([agent({ calls: [{ C: 5, E: 60 }] })]),
    ];
    const [conversation] = parseConversations(
      lines.map((line) => JSON.stringify(line)).join('\n'),
    ).conversations;
    expect(conversation).toBeDefined();
    if (conversation !== undefined) expectEvidence(lines, buildTimeline(conversation));
  });
});

const CERTAINTIES = ['recorded', 'running', 'inferred', 'planned'];

function isSubset(some: unknown[], all: unknown[]): boolean {
  return some.every((one) => all.includes(one));
}

function isSorted(numbers: number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? number));
}

/** What does not hold of a track that holds of every one, whatever the data. */
function faultsOfTrack(segments: Segment[], { start, end }: Timeline): string[] {
  const work = segments.filter(({ type, start: from, end: to }) => type !== 'acw' && to > from);
  const [records, derived] = [true, false].map((isRecord) =>
    work.filter(({ evidence }) => evidence.rule.startsWith('recorded') === isRecord),
  ) as [Segment[], Segment[]];
  const overlap = (a: Segment, b: Segment) => a.start < b.end && b.start < a.end;
  const placed = segments.filter(({ certainty }) => certainty !== 'planned');
  return Object.entries({
    sorted: isSorted(segments.map((segment) => segment.start)),
    'no backwards stretch': segments.every((segment) => segment.start <= segment.end),
    'a known certainty': segments.every(({ certainty }) => CERTAINTIES.includes(certainty)),
    'inside the timeline': placed.every((segment) => start <= segment.start && segment.end <= end),
    'no derived overlap': isSorted(derived.flatMap((segment) => [segment.start, segment.end])),
    'nothing derived over a record': derived.every((one) => !records.some((other) => overlap(one, other))),
  }).flatMap(([what, holds]) => (holds ? [] : [`${what}: ${line({ segments })}`]));
}

function faultsOf(input: unknown, timeline: Timeline): string[] {
  const pointers = [
    ...marksOf(timeline).flatMap(({ evidence }) => evidence.pointers),
    ...timeline.problems.flatMap((problem) => problem.pointers),
  ];
  const groundless = segmentsOf(timeline).filter(
    ({ start, end, certainty, evidence }) =>
      certainty === 'recorded' && !isSubset([start, end], instantsAt(input, evidence)),
  );
  return [
    ...(groundless.length === 0
      ? []
      : [`recorded, and its ends stand nowhere: ${line({ segments: groundless })}`]),
    ...timeline.lanes.flatMap(({ tracks }) =>
      tracks.flatMap(({ segments }) => faultsOfTrack(segments, timeline)),
    ),
    ...timeline.lanes
      .filter(({ milestones }) => !isSorted(milestones.map(({ at }) => at)))
      .map(({ id }) => `milestones of ${id} in order`),
    ...timeline.lanes
      .flatMap(({ milestones }) => milestones)
      .filter(({ at, evidence }) => !isSubset([at], instantsAt(input, evidence)))
      .map(({ kind, evidence }) => `${kind} stands at ${evidence.pointers.join(' ')}`),
    ...pointers.filter((pointer) => resolvePointer(input, pointer) === undefined),
    ...(timeline.start <= timeline.end ? [] : ['start before end']),
  ];
}

/** Builds each conversation in the input and says what is wrong with the picture. */
function faultsOfAll(input: unknown, options: { now?: number } = {}): string[] {
  return parseConversations(input).conversations.flatMap((conversation) => {
    const before = structuredClone(conversation);
    const timeline = buildTimeline(conversation, options);
    return [
      ...faultsOf(input, timeline),
      ...(isDeepStrictEqual(conversation, before) ? [] : ['the input is left as it was']),
      ...(isDeepStrictEqual(buildTimeline(conversation, options), timeline) ? [] : ['the same twice']),
      ...(isDeepStrictEqual(structuredClone(timeline), timeline) ? [] : ['plain data']),
    ];
  });
}

describe('whatever the conversation', () => {
  test.each([
    ['REST', restConversation],
    ['analytics', analyticsConversation],
    ['events', eventStream],
  ])('%s: sound, the same twice, every pointer leads somewhere', (_, make) => {
    for (let seed = 0; seed < 40; seed++) expect(faultsOfAll(make(seed)), `seed ${seed}`).toEqual([]);
  });

  test('REST without recorded segments: derived stretches are sound', () => {
    for (let seed = 0; seed < 40; seed++) {
      const text = JSON.stringify(restConversation(seed), (key, value: unknown) =>
        key === 'segments' ? [] : value,
      );
      expect(faultsOfAll(JSON.parse(text))).toEqual([]);
    }
  });

  const seconds = fc.option(
    fc.integer({ min: 0, max: 40 }).map((n) => n / 2),
    { nil: undefined, freq: 2 },
  );
  const wild = fc.record(
    {
      S: seconds,
      A: seconds,
      C: seconds,
      H: seconds,
      P: seconds,
      R: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 2 }),
      E: seconds,
      V: seconds,
      held: fc.boolean(),
      direction: fc.constantFrom('inbound', 'outbound'),
      state: fc.constantFrom(
        'alerting',
        'dialing',
        'contacting',
        'connected',
        'parked',
        'disconnected',
        'uploading',
        'x',
      ),
      afterCallWork: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 2 }),
      segments: fc.constantFrom(
        undefined,
        'Alert 0-5 | Interact 5-9',
        'Interact 5- | Hold 8-',
        'Hold -4 | Wrapup 9-3',
      ),
    },
    { requiredKeys: [] },
  );
  const participant = fc
    .record(
      {
        purpose: fc.constantFrom('agent', 'customer', 'acd'),
        calls: fc.array(wild, { maxLength: 2 }),
        chats: fc.array(wild, { maxLength: 1 }),
        W0: seconds,
        W1: seconds,
        wrapupTimeoutMs: fc.constantFrom(0, 3000),
        alertingTimeoutMs: fc.constantFrom(0, 3000),
      },
      { requiredKeys: ['purpose'] },
    )
    .map((parts) => agent(parts));
  const flat = wild.map((parts) =>
    agent({ id: 'flat', ...parts, segments: undefined, afterCallWork: undefined }),
  );

  test('any mixture of times is told without overlap, backwards stretch or crash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(participant, flat), { minLength: 1, maxLength: 3 }),
        fc.record({ S: seconds, E: seconds }),
        // Later than all but planned times.
        fc.constantFrom(undefined, 31, 35),
        (participants, times, now) => {
          const options = now === undefined ? {} : { now: s(now) };
          expect(faultsOfAll(rest(participants, times), options)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
