import { describe, expect, test } from 'vitest';
import { RELATED } from '../../../../src/core/timeline/related';
import {
  agent,
  at,
  customer,
  draw,
  event,
  iso,
  problems,
  reached,
  second,
  showLinks,
  type Step,
  stream,
} from '../../../fixtures/stream';

const call = (from: number, to: number, more: Record<string, unknown> = {}) => ({
  calls: [
    {
      id: `call-${from}-${to}`,
      state: 'disconnected',
      connectedTime: iso(from),
      disconnectedTime: iso(to),
      ...more,
    },
  ],
});
const whole = (...participants: Record<string, unknown>[]) => ({ id: 'c1', participants });
const boss = (fields: Record<string, unknown>) => ({ ...second(fields), id: 'boss', purpose: 'user' });

test.each(RELATED)('%s alone ties a lane to the one that it names', (field) => {
  const timeline = draw(whole(agent(call(10, 60)), boss({ ...call(20, 50), [field]: 'agent' })));
  expect(showLinks(timeline)).toEqual([expect.stringMatching(/^[a-z]+ boss[>-]agent 20-50 inferred$/)]);
});

describe('consult', () => {
  test('is drawn without a direction, while both are connected', () => {
    const input = whole(
      customer(call(0, 100)),
      agent(call(10, 60)),
      second({ ...call(40, 90), consultParticipantId: 'agent' }),
    );
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([
      { kind: 'consult', directed: false, from: { laneId: 'agent-2' }, to: { laneId: 'agent' } },
    ]);
    expect(showLinks(timeline)).toEqual(['consult agent-2-agent 40-60 inferred']);
    expect(reached(input, timeline.links[0])).toContain('agent');
  });

  test('with nobody: a stub and a problem', () => {
    const timeline = draw(
      whole(customer(call(0, 100)), agent({ ...call(10, 60), consultParticipantId: 'gone' })),
    );
    expect(showLinks(timeline)).toEqual(['consult agent-?gone 10-60 inferred']);
    expect(problems(timeline, 'dangling-reference')).toMatchObject([
      { severity: 'warning', pointers: ['/participants/1/consultParticipantId'] },
    ]);
  });

  test('is said by a flat media participant, too', () => {
    const on = { state: 'disconnected', connectedTime: iso(10), endTime: iso(60) };
    expect(showLinks(draw(whole(agent(on), second({ ...on, consultParticipantId: 'agent' }))))).toEqual([
      'consult agent-2-agent 10-60 inferred',
    ]);
  });

  test('lasts no longer than the other was connected: after-call work is no consult', () => {
    const wrap = { startAcwTime: iso(60), endAcwTime: iso(95) };
    const input = whole(
      agent({ ...call(10, 60), ...wrap }),
      second({ ...call(40, 90), consultParticipantId: 'agent' }),
    );
    const timeline = draw(input);
    expect(showLinks(timeline)).toEqual(['consult agent-2-agent 40-60 inferred']);
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining([iso(40), iso(60)]));
  });

  test('said by both ends, neither gets a direction', () => {
    const input = whole(
      agent({ ...call(10, 60), consultParticipantId: 'agent-2' }),
      second({ ...call(40, 90), consultParticipantId: 'agent' }),
    );
    const links = draw(input).links.filter(({ kind }) => kind === 'consult');
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ directed, start, end }) => !directed && start === at(40) && end === at(60))).toBe(
      true,
    );
  });

  // Real data names the one who is consulted at both ends.
  test('of who names itself ties nobody', () => {
    const consulted = { consultParticipantId: 'agent-2' };
    const timeline = draw(
      whole(agent({ ...call(10, 60), ...consulted }), second({ ...call(40, 90), ...consulted })),
    );
    expect(showLinks(timeline)).toEqual(['consult agent-agent-2 40-60 inferred']);
    expect(problems(timeline, 'dangling-reference')).toEqual([]);
  });
});

describe.each([
  ['monitor', 'monitoredParticipantId', 'monitoring'],
  ['coach', 'coachedParticipantId', 'coaching'],
  ['barge', 'bargedParticipantId', 'barging'],
] as const)('%s', (kind, field, type) => {
  test('is directed from the one who says it', () => {
    const input = whole(agent(call(10, 60)), boss({ ...call(20, 50), [field]: 'agent' }));
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([{ kind, directed: true }]);
    expect(showLinks(timeline)).toEqual([`${kind} boss>agent 20-50 inferred`]);
    expect(reached(input, timeline.links[0])).toContain('agent');
  });

  test('of nobody is a stub and a problem', () => {
    const timeline = draw(whole(agent(call(10, 60)), boss({ ...call(20, 50), [field]: 'gone' })));
    expect(showLinks(timeline)).toEqual([`${kind} boss>?gone 20-50 inferred`]);
    expect(problems(timeline, 'dangling-reference')).toHaveLength(1);
  });

  const analytics = (session: Record<string, unknown>, segment: Record<string, unknown>) => ({
    conversationId: 'c1',
    conversationStart: iso(0),
    participants: [
      {
        participantId: 'agent',
        purpose: 'agent',
        sessions: [
          {
            sessionId: 'a',
            mediaType: 'voice',
            segments: [{ segmentStart: iso(0), segmentEnd: iso(100), segmentType: 'interact' }],
          },
        ],
      },
      {
        participantId: 'boss',
        purpose: 'user',
        sessions: [
          {
            sessionId: 'b',
            mediaType: 'voice',
            ...session,
            segments: [
              { segmentStart: iso(18), segmentEnd: iso(20), segmentType: 'alert' },
              { segmentStart: iso(20), segmentEnd: iso(55.5), segmentType: type, ...segment },
            ],
          },
        ],
      },
    ],
  });

  test('from an analytics session is exact', () => {
    const input = analytics({ [field]: 'agent' }, {});
    const timeline = draw(input);
    expect(showLinks(timeline)).toEqual([`${kind} boss>agent 20-55.5`]);
    expect(timeline.links[0]?.from).toEqual({ laneId: 'boss', trackId: 'b' });
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining(['agent', iso(20), iso(55.5)]));
  });

  test('from an analytics segment is exact', () => {
    const input = analytics({}, { [field]: 'agent' });
    expect(showLinks(draw(input))).toEqual([`${kind} boss>agent 20-55.5`]);
  });

  test('of nobody, from a segment, is a stub and a problem too', () => {
    const timeline = draw(analytics({}, { [field]: 'gone' }));
    expect(showLinks(timeline)).toEqual([`${kind} boss>?gone 20-55.5`]);
    expect(problems(timeline, 'dangling-reference')).toHaveLength(1);
  });

  test('of one agent after another, each for the length of its own segments', () => {
    const input = analytics({}, { [field]: 'agent' });
    const [first, supervisor] = structuredClone(input.participants);
    const other = {
      ...first,
      participantId: 'other',
      sessions: first?.sessions.map((one) => ({ ...one, sessionId: 'o' })),
    };
    const next = { segmentStart: iso(60), segmentEnd: iso(80), segmentType: type, [field]: 'other' };
    supervisor?.sessions[0]?.segments.push(next);
    const participants = [first, other, supervisor];
    expect(showLinks(draw({ ...input, participants }), kind)).toEqual([
      `${kind} boss>agent 20-55.5`,
      `${kind} boss>other 60-80`,
    ]);
  });

  test('twice in one session is two ties, for what lies between is something else', () => {
    const input = analytics({ [field]: 'agent' }, {});
    const between = { segmentStart: iso(55.5), segmentEnd: iso(70), segmentType: 'interact' };
    const again = { segmentStart: iso(70), segmentEnd: iso(90), segmentType: type };
    input.participants[1]?.sessions[0]?.segments.push(between, again);
    expect(showLinks(draw(input), kind)).toEqual([`${kind} boss>agent 20-55.5`, `${kind} boss>agent 70-90`]);
  });

  test('in a stream, from the look that first shows it', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected', connectedTime: 0 })],
      [
        20,
        agent({ state: 'connected', connectedTime: 0 }),
        boss({ state: 'connected', connectedTime: 20, [field]: 'agent' }),
      ],
      [
        50,
        agent({ state: 'connected', connectedTime: 0 }),
        boss({ state: 'disconnected', connectedTime: 20, endTime: 50, [field]: 'agent' }),
      ],
    ]);
    expect(showLinks(draw(input, { now: 60 }))).toMatchObject([
      expect.stringContaining(`${kind} boss>agent 20-50`),
    ]);
  });

  test('still going on is running', () => {
    const input = whole(
      agent({ calls: [{ id: 'a', state: 'connected', connectedTime: iso(0) }] }),
      boss({ calls: [{ id: 'b', state: 'connected', connectedTime: iso(5) }], [field]: 'agent' }),
    );
    expect(showLinks(draw(input, { now: 30 }))).toEqual([`${kind} boss>agent 5-30 running`]);
  });
});

describe('relations in a stream', () => {
  const calling = { state: 'connected' };
  const steps = (...fields: Record<string, unknown>[]): Parameters<typeof stream>[1] =>
    fields.map((one, index) => [index * 10, agent(calling), second(calling), boss({ ...calling, ...one })]);
  const [ofAgent, ofSecond] = [{ monitoredParticipantId: 'agent' }, { monitoredParticipantId: 'agent-2' }];
  const watching = boss({ ...ofAgent, calls: [{ id: 'b', state: 'connected', connectedTime: iso(5) }] });

  test('begin with the first event that states them', () => {
    const input = stream('eventTime', [...steps({}, {}, ofAgent, {}), [40, agent(calling), second(calling)]]);
    const timeline = draw(input);
    expect(showLinks(timeline)).toEqual(['monitor boss>agent 20-40']);
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining(['agent', iso(20), iso(40)]));
  });

  test('move from one to another', () => {
    const input = stream('envelope', [
      ...steps({}, ofAgent, ofSecond, { coachedParticipantId: 'agent-2' }, ofAgent),
      [50, agent(calling), second(calling)],
    ]);
    expect(showLinks(draw(input))).toEqual([
      'monitor boss>agent 10-20',
      'monitor boss>agent-2 20-40',
      'monitor boss>agent 40-50',
      'coach boss>agent-2 30-50',
    ]);
  });

  test('to somebody who is nobody is told of, also when another is named since', () => {
    const timeline = draw(stream('eventTime', steps({}, { monitoredParticipantId: 'ghost' }, ofAgent)));
    expect(showLinks(timeline)[0]).toBe('monitor boss>?ghost 10-20');
    expect(problems(timeline, 'dangling-reference')).toHaveLength(1);
  });

  test('stated from the first event on are as old as the legs, inferred', () => {
    const input = stream('eventTime', [...steps(ofAgent, ofAgent, ofSecond), [30, agent(calling)]]);
    expect(showLinks(draw(input))).toEqual([
      'monitor boss>agent 0-20 inferred',
      'monitor boss>agent-2 20-30',
    ]);
  });

  test('of a communication move too', () => {
    const full = (more: object) => boss({ calls: [{ id: 'b', state: 'connected', ...more }] });
    const both = [agent({ calls: [{ id: 'a', ...calling }] }), second({ calls: [{ id: 'c', ...calling }] })];
    const input = stream(
      'eventTime',
      [
        [0, ...both, full({})],
        [10, ...both, full(ofAgent)],
        [20, ...both, full(ofSecond)],
        [30, ...both],
      ],
      { media: '' },
    );
    expect(showLinks(draw(input))).toEqual(['monitor boss>agent 10-20', 'monitor boss>agent-2 20-30']);
  });

  test('that only a document adds are not as young as it is', () => {
    const events = stream('envelope', steps({}, {}));
    const input = [events, { id: 'c1', participants: [boss({ ...ofAgent })] }].flat();
    expect(showLinks(draw(input, { now: 30 }))).toEqual(['monitor boss>agent 0-30 inferred']);
  });

  test('nor those that an event of another kind adds', () => {
    const told = { ...ofAgent, calls: [{ id: 'b', state: 'connected' }] };
    const full = stream('envelope', [[20, agent({ calls: [{ id: 'a', ...calling }] }), boss(told)]], {
      media: '',
    });
    const input = [stream('envelope', steps({}, {})), full].flat();
    expect(showLinks(draw(input, { now: 30 }))).toEqual(['monitor boss>agent 0-30 inferred']);
  });

  test('stated when the leg is over are as old as it, inferred; behind another a point at its end', () => {
    const over = { state: 'disconnected' };
    const first = stream('eventTime', [...steps({}, over), [20, boss({ ...over, ...ofAgent })]]);
    expect(showLinks(draw(first))).toEqual(['monitor boss>agent 0-10 inferred']);
    const moved = stream('eventTime', [
      ...steps({}, ofAgent, { ...over, ...ofAgent }),
      [30, agent(calling), second(calling), boss({ ...over, ...ofSecond })],
    ]);
    expect(showLinks(draw(moved))).toEqual([
      'monitor boss>agent 10-20',
      'monitor boss>agent-2 20-20 inferred',
    ]);
  });

  test('name both who was and who is watched, where one took over from the other', () => {
    const input = stream('eventTime', [...steps(ofAgent, ofSecond), [20, agent(calling), second(calling)]]);
    const [before, after] = draw(input).links;
    expect(reached(input, before)).toEqual(expect.arrayContaining(['agent', 'agent-2', iso(10)]));
    expect(reached(input, after)).toEqual(expect.arrayContaining(['agent', 'agent-2', iso(10), iso(20)]));
  });

  test('first seen with the leg, in an event of another kind than the one before, may be older', () => {
    const since = { ...calling, connectedTime: iso(0) };
    const flat = event('envelope', [10, agent(since)]);
    const full = event('envelope', [20, agent({ calls: [{ id: 'a', ...since }] }), watching], { media: '' });
    expect(showLinks(draw([flat, full], { now: 30 }))).toEqual(['monitor boss>agent 5-30 running']);
    const without = event('envelope', [0, agent({ calls: [{ id: 'a', ...since }] })], { media: '' });
    const other = event('envelope', [10, agent(since), boss({ ...calling, connectedTime: iso(5) })]);
    expect(showLinks(draw([without, other, full], { now: 30 }))).toEqual(['monitor boss>agent 5-30 running']);
  });

  test('of recorded segments are each of whom the looks named then, and of nobody else', () => {
    const since = { ...calling, connectedTime: iso(0) };
    const both = [agent({ calls: [{ id: 'a', ...since }] }), second({ calls: [{ id: 'c', ...since }] })];
    const look = (seconds: number, watched: object, ...segments: [number, number?][]): Step => {
      const records = segments.map(([startTime, endTime]) => ({
        type: 'Monitoring',
        startTime,
        ...(endTime === undefined ? {} : { endTime }),
      }));
      return [seconds, ...both, boss({ calls: [{ id: 'b', ...calling, ...watched, segments: records }] })];
    };
    const links = (...looks: Step[]) =>
      showLinks(draw(stream('eventTime', looks, { media: '' }), { now: 30 }));
    expect(
      links(
        look(5, ofAgent, [0]),
        look(15, ofSecond, [0, 10], [14]),
        look(25, ofSecond, [0, 10], [14, 20], [22]),
      ),
    ).toEqual([
      'monitor boss>agent 0-10',
      'monitor boss>agent 14-15',
      'monitor boss>agent-2 15-20',
      'monitor boss>agent-2 22-30 running',
    ]);
    // Whoever is named behind all of them is named at the end of the last.
    expect(links(look(5, ofAgent, [0]), look(15, ofSecond, [0, 10]))).toEqual([
      'monitor boss>agent 0-10',
      'monitor boss>agent-2 10-10 inferred',
    ]);
  });

  test('of a leg that is parked until a time ahead lasts to now', () => {
    const parked = { messages: [{ id: 'm', state: 'parked', parkTime: iso(40), resumeTime: iso(500) }] };
    const input = whole(agent(call(0, 90)), boss({ ...parked, coachedParticipantId: 'agent' }));
    expect(showLinks(draw(input, { now: 80 }), 'coach')).toEqual(['coach boss>agent 40-80 running']);
  });

  test('without times the newest stands for the whole', () => {
    const input = stream(
      'none',
      steps(ofAgent, ofSecond).map(([, ...all]) => [
        undefined,
        ...all.map((one) => ({ ...one, connectedTime: iso(0) })),
      ]),
    );
    expect(showLinks(draw(input, { now: 30 }))).toEqual(['monitor boss>agent-2 0-30 running']);
  });

  test('taken over by another while the leg is offered only', () => {
    const input = stream('eventTime', [
      [0, agent(calling), second(calling)],
      [10, agent(calling), second(calling), boss({ state: 'alerting', ...ofAgent })],
      [20, agent(calling), second(calling), boss({ state: 'alerting', ...ofSecond })],
      [30, agent(calling), second(calling), boss({ ...calling, ...ofSecond })],
      [40, agent(calling), second(calling)],
    ]);
    expect(showLinks(draw(input))).toEqual(['monitor boss>agent-2 30-40']);
  });
});
