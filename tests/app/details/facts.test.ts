import { expect, test } from 'vitest';
import { factsOf } from '../../../src/app/details/facts';
import { words } from '../../../src/app/words';
import { findMark } from '../../../src/core/view/marks';
import { formatFor } from '../../../src/ui/format';
import { analytics, iso, party, rest, speaker, timelineOf } from '../../fixtures/payload';

const DAY = 24 * 3600;
const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });

function ends(E: number): string[] {
  const timeline = timelineOf(rest([party('customer', { calls: [{ C: 0, E, state: 'terminated' }] })]));
  const mark = findMark(timeline, 'customer/customer-calls-0/0');
  return mark ? factsOf(mark, format).map(([, value]) => value) : [];
}

test('after-call work that ran over its limit names the day it did so where that is another', () => {
  const work = { W0: 60, W1: 2 * DAY, wrapupTimeoutMs: DAY * 1000 };
  const timeline = timelineOf(rest([party('agent', { calls: [{ C: 0, E: 60 }], ...work })]));
  const mark = findMark(timeline, 'agent/agent-calls-0/1');
  const overrun = mark && factsOf(mark, format).find(([term]) => term === words.details.overrun);
  expect(overrun?.[1]).toBe('Fri, 20 Nov 2026, 09:03:00.000');
});

test('an offer and after-call work say what was allowed of what they took, where the data does', () => {
  const call = { A: 0, C: 12, E: 60 };
  const allowed = (limits: object, index: number) => {
    const work = party('agent', { calls: [call], W0: 60, W1: 130, ...limits });
    const mark = findMark(timelineOf(rest([work])), `agent/agent-calls-0/${index}`);
    return mark && factsOf(mark, format).find(([term]) => term === words.details.allowed)?.[1];
  };
  const limits = { alertingTimeoutMs: 30_000, wrapupTimeoutMs: 120_000 };
  expect([0, 1, 2].map((index) => allowed(limits, index))).toEqual(['0:30', undefined, '2:00']);
  expect([0, 1, 2].map((index) => allowed({}, index))).toEqual([undefined, undefined, undefined]);
});

test('each stretch of after-call work is allowed the same, be it recorded or told by single times', () => {
  const calls = [{ C: 0, E: 150, segments: 'Interact 0-60 | Wrapup 120-150' }];
  const timeline = timelineOf(rest([party('agent', { calls, W0: 60, W1: 90, wrapupTimeoutMs: 30_000 })]));
  const allowed = [1, 2].map((index) => {
    const mark = findMark(timeline, `agent/agent-calls-0/${index}`);
    return mark && factsOf(mark, format).find(([term]) => term === words.details.allowed)?.[1];
  });
  expect(allowed).toEqual(['0:30', '0:30']);
});

test('a stretch names the day it begins, and the day it ends where that is another', () => {
  const from = 'Thu, 19 Nov 2026, 09:02:00.000';
  expect(ends(60).slice(0, 2)).toEqual([from, '09:03:00.000']);
  expect(ends(DAY).slice(0, 2)).toEqual([from, 'Fri, 20 Nov 2026, 09:02:00.000']);
});

test('after-call work and what was saved say what the agent chose and wrote, wherever the data tells it', () => {
  const wrapup = {
    code: '7fb3',
    name: 'Dispute',
    notes: 'Waits for the bank',
    tags: ['late', 'bank'],
    endTime: iso(130),
  };
  const call = { C: 12, E: 60 };
  const said = (participant: object, mark: string) => {
    const timeline = timelineOf(rest([party('agent', { W0: 60, W1: 130, ...participant })]));
    const found = findMark(timeline, mark);
    return found && factsOf(found, format).filter(([term]) => /Wrap-up|Notes|Tags/.test(term));
  };
  const all = [
    ['Wrap-up', 'Dispute'],
    ['Notes', 'Waits for the bank'],
    ['Tags', 'late, bank'],
  ];
  const work = 'agent/agent-calls-0/1';
  expect(said({ calls: [call], wrapup }, work)).toEqual(all);
  expect(said({ calls: [{ ...call, wrapup }] }, work)).toEqual(all);
  // A code without its name, saved when nobody knows.
  expect(said({ calls: [call], wrapup: { code: '7fb3' } }, work)).toEqual([['Wrap-up', '7fb3']]);
  expect(said({ calls: [call] }, work)).toEqual([]);
  expect(said({ calls: [call], wrapup }, 'agent/agent-calls-0/0')).toEqual([]);
  const saved = timelineOf(rest([party('agent', { calls: [call], W0: 60, W1: 130, wrapup })]));
  const milestone = saved.lanes[0]?.milestones.findIndex(({ kind }) => kind === 'wrapup');
  expect(said({ calls: [call], wrapup }, `agent/~milestone/${milestone}`)).toEqual(all);
});

test('of two that one leg of analytics saved, each stretch of after-call work says its own', () => {
  const record = (segmentType: string, [from, to]: [number, number], more: object = {}) => ({
    segmentType,
    segmentStart: iso(from),
    segmentEnd: iso(to),
    ...more,
  });
  const segments = [
    record('interact', [0, 60]),
    record('wrapup', [60, 90], { wrapUpCode: 'first', wrapUpNote: 'Called back' }),
    record('wrapup', [120, 150], { wrapUpCode: 'second', wrapUpNote: '' }),
  ];
  const sessions = [{ sessionId: 'leg', mediaType: 'voice', segments }];
  const timeline = timelineOf(analytics([{ participantId: 'a', purpose: 'agent', sessions }]));
  const said = ['a/leg/1', 'a/leg/2'].map((id) => {
    const mark = findMark(timeline, id);
    return mark && factsOf(mark, format).filter(([term]) => /Wrap-up|Notes/.test(term));
  });
  expect(said).toEqual([
    [
      ['Wrap-up', 'first'],
      ['Notes', 'Called back'],
    ],
    [['Wrap-up', 'second']],
  ]);
});

test('what one leg of analytics saved is told with its tags, and not of work that ended otherwise or goes on', () => {
  const record = (segmentType: string, [from, to]: [number, number?], more: object = {}) => ({
    segmentType,
    segmentStart: iso(from),
    ...(to === undefined ? {} : { segmentEnd: iso(to) }),
    ...more,
  });
  const saved = { wrapUpCode: 'first', wrapUpNote: 'Called back', wrapUpTags: ['late'] };
  const said = (...last: [number, number?]) => {
    const segments = [record('interact', [0, 60]), record('wrapup', [60, 90], saved), record('wrapup', last)];
    const sessions = [{ sessionId: 'leg', mediaType: 'voice', segments }];
    const timeline = timelineOf(analytics([{ participantId: 'a', purpose: 'agent', sessions }]), {
      now: 200,
    });
    return ['a/leg/1', 'a/leg/2'].map((id) => {
      const mark = findMark(timeline, id);
      return mark && factsOf(mark, format).filter(([term]) => /Wrap-up|Notes|Tags/.test(term));
    });
  };
  const first = [
    ['Wrap-up', 'first'],
    ['Notes', 'Called back'],
    ['Tags', 'late'],
  ];
  expect(said(120, 150)).toEqual([first, []]);
  expect(said(120)).toEqual([first, []]);
});

test('a wrap-up is found by when it was saved, whatever the record and the communication are called', () => {
  const wrapup = { code: '7fb3', name: '', notes: 'Waits', endTime: iso(130) };
  const calls = [{ C: 0, E: 60, W0: 60, W1: 130, wrapup }];
  const timeline = timelineOf([
    rest([party('agent', { calls })]),
    analytics([speaker('agent', { segments: 'interact 0-60 | wrapup 60-130' })]),
  ]);
  const [lane] = timeline.lanes;
  expect(lane?.tracks).toHaveLength(1);
  const mark = findMark(timeline, `agent/${lane?.tracks[0]?.id}/1`);
  expect(mark && factsOf(mark, format)).toEqual(
    expect.arrayContaining([
      ['Wrap-up', '7fb3'],
      ['Notes', 'Waits'],
    ]),
  );
});

test('a wrap-up has its name where the participant or a communication tells it, its code else', () => {
  const saved = { wrapUpCode: '7fb3', wrapUpNote: 'Waits' };
  const segments = [
    { segmentType: 'interact', segmentStart: iso(0), segmentEnd: iso(60) },
    { segmentType: 'wrapup', segmentStart: iso(60), segmentEnd: iso(130), ...saved },
  ];
  const sessions = [{ sessionId: 'leg', mediaType: 'voice', segments }];
  const wrapup = { code: '7fb3', name: 'Dispute', endTime: iso(130) };
  const said = (...looks: object[]) => {
    const timeline = timelineOf([
      analytics([{ participantId: 'agent', purpose: 'agent', sessions }]),
      ...looks,
    ]);
    const track = timeline.lanes[0]?.tracks[0]?.id;
    const mark = findMark(timeline, `agent/${track}/1`);
    return mark && factsOf(mark, format).filter(([term]) => /Wrap-up|Notes/.test(term));
  };
  const notes = ['Notes', 'Waits'];
  expect(said()).toEqual([['Wrap-up', '7fb3'], notes]);
  const call = { C: 0, E: 60, state: 'terminated' };
  expect(said(rest([party('agent', { calls: [call], wrapup })]))).toEqual([['Wrap-up', 'Dispute'], notes]);
});

test('a wrap-up that was skipped says so beside what was saved at that instant', () => {
  const wrapup = { code: 'ININ-WRAP-UP-SKIPPED', name: 'No wrap-up', endTime: iso(60) };
  const work = { W0: 60, W1: 60, wrapupSkipped: true, wrapup };
  const timeline = timelineOf(rest([party('agent', { calls: [{ C: 0, E: 60 }], ...work })]));
  const saved = timeline.lanes[0]?.milestones.flatMap(({ kind }, index) =>
    kind === 'wrapup' ? [index] : [],
  );
  const said = saved?.map((index) => {
    const mark = findMark(timeline, `agent/~milestone/${index}`);
    return mark && factsOf(mark, format).slice(1);
  });
  expect(said).toEqual([
    [['Wrap-up', 'No wrap-up']],
    [
      ['In the data', 'skipped'],
      ['Wrap-up', 'No wrap-up'],
    ],
  ]);
});
