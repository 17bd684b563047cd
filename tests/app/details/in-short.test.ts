import { expect, test } from 'vitest';
import { inShort } from '../../../src/app/details/inShort';
import { formatFor } from '../../../src/ui/format';
import {
  agent,
  analytics,
  customer,
  iso as at,
  type Parts,
  rest,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });

/** What is said in short of each participant of a conversation. */
function shortly(participants: object[], options: { now?: number } = {}): Record<string, string>[] {
  const timeline = timelineOf(rest(participants as Parts[]), options);
  return timeline.lanes.map((lane) => Object.fromEntries(inShort(lane, timeline, format)));
}

test('an agent: how soon, how long, and what was saved of what was allowed', () => {
  const [said] = shortly([
    agent({
      queueName: 'Billing',
      alertingTimeoutMs: 30_000,
      wrapupTimeoutMs: 120_000,
      wrapup: { name: 'Dispute', code: '7fb3' },
      calls: [{ A: 0, C: 12, E: 132, disconnectType: 'transfer' }],
      W0: 132,
      W1: 202,
    }),
  ]);
  expect(said).toEqual({
    Type: 'Agent · Billing',
    'Answered in': '0:12 of 0:30 allowed',
    Talk: '2:00',
    'After-call work': 'Dispute · 1:10 of 2:00 allowed',
    'Ended by': 'transfer',
  });
});

test('an offer: not answered, or neither as long as it rings', () => {
  const calls = [{ A: 0, E: 31, disconnectType: 'noanswer' }];
  expect(shortly([agent({ alertingTimeoutMs: 30_000, calls })])).toEqual([
    { Type: 'Agent', 'Not answered in': '0:31 of 0:30 allowed', 'Ended by': 'noanswer' },
  ]);
  expect(shortly([agent({ calls: [{ A: 0, state: 'alerting' }] })], { now: 20 })).toEqual([
    { Type: 'Agent' },
  ]);
  // That it rang follows from a rule, and so does how long.
  expect(shortly([agent({ calls: [{ S: 0, C: 12, E: 60 }] })])[0]).toMatchObject({
    'Answered in': 'at most 0:12',
  });
});

test('holds: how long together, how many, and on which side the truth may lie', () => {
  const segments = (
    [
      ['Interact', 0, 10],
      ['Hold', 10, 20],
      ['Interact', 20, 40],
      ['Hold', 40, 75],
      ['Interact', 75, 90],
    ] as const
  ).map(([type, from, to]) => ({ type, startTime: at(from), endTime: at(to) }));
  expect(shortly([agent({ calls: [{ C: 0, E: 90, segments }] })])[0]).toMatchObject({
    Talk: '0:45',
    Hold: '0:45 · 2 times',
  });
  expect(shortly([agent({ calls: [{ C: 0, H: 20, held: false, E: 90 }] })])[0]).toMatchObject({
    Talk: 'at least 0:20',
    Hold: 'at most 1:10',
  });
});

test('a co-browse: what it was there, who controlled whom, and which of its legs ended how', () => {
  const viewer = { C: 10, E: 60, cobrowseSessionId: 's', cobrowseRole: 'viewer', controlling: ['customer'] };
  const sharer = { C: 5, E: 60, cobrowseSessionId: 's', cobrowseRole: 'sharer' };
  const said = shortly([
    customer({ name: 'Maya', calls: [{ C: 0, E: 90 }], cobrowsesessions: [sharer] }),
    agent({
      name: 'Jonas',
      calls: [{ C: 0, E: 90, disconnectType: 'transfer' }],
      cobrowsesessions: [{ ...viewer, disconnectType: 'client' }],
    }),
  ]);
  expect(said[0]).toMatchObject({ 'Co-browse role': 'sharer', 'Controlled by': 'Jonas' });
  expect(said[0]).not.toHaveProperty('Controls');
  expect(said[1]).toMatchObject({
    'Co-browse role': 'viewer',
    Controls: 'Maya',
    'Ended by': 'client (Co-browse), transfer (Voice)',
  });
});

test('legs of one user say which of them they are; nobody says of what is not there', () => {
  const legs = [agent({ id: 'a', userId: 'u', calls: [{ C: 0, E: 5 }] }), agent({ id: 'b', userId: 'u' })];
  expect(shortly(legs)[1]).toEqual({ Type: 'Agent · leg 2 of 2' });
});

test('records overlap by some ms, and an offer may be made twice: it is the last that was answered or not', () => {
  const ended = { A: 0, E: 60, disconnectType: 'client' };
  const said = (segments: string) => shortly([agent({ calls: [{ ...ended, segments }] })])[0];
  expect(said('Alert 0-12.3 | Interact 12-60')).toMatchObject({ 'Answered in': '0:12' });
  expect(said('Alert 0-20 | Alert 25-30 | Interact 30-60')).toMatchObject({ 'Answered in': '0:05' });
  expect(said('Alert 0-20 | Alert 25-60')).toMatchObject({ 'Not answered in': '0:35' });
  expect(said('Alert 0-20 | Hold 20-60')).toMatchObject({ 'Answered in': '0:20' });
});

test('after-call work of which nothing says when it ended lasted at least as long as it was seen', () => {
  const participant = agent({ calls: [{ C: 0, E: 60 }], W0: 60 });
  expect(shortly([participant])[0]).toMatchObject({ 'After-call work': 'at least 0:00' });
});

test('of several stretches of after-call work each says its own', () => {
  const timeline = timelineOf(
    analytics([speaker('agent', { segments: 'interact 0-60 | wrapup 60-90 | wrapup 120-160' })]),
  );
  const [said] = timeline.lanes.map((lane) => Object.fromEntries(inShort(lane, timeline, format)));
  expect(said).toMatchObject({ 'After-call work': '0:30, 0:40' });
});

test('many stretches of after-call work are said together: how long, and how many', () => {
  const segments = Array.from(
    { length: 6 },
    (_, at) => `interact ${at * 60}-${at * 60 + 30} | wrapup ${at * 60 + 30}-${at * 60 + 40}`,
  );
  const timeline = timelineOf(analytics([speaker('agent', { segments: segments.join(' | ') })]));
  const [said] = timeline.lanes.map((lane) => Object.fromEntries(inShort(lane, timeline, format)));
  expect(said).toMatchObject({ 'After-call work': '1:00 · 6 times' });
});

test('that there may have been more holds is said with how many there were', () => {
  const call = { C: 0, H: 20, held: false, E: 90 };
  expect(shortly([agent({ calls: [call, { ...call, C: 5 }] })])[0]).toMatchObject({
    Hold: 'at most 2:20 · at least 2 times',
  });
});

test('what a participant is stands before its queue, also where both begin alike', () => {
  const participant = agent({ name: 'Agent', queueName: 'Agent support', calls: [{ C: 0, E: 5 }] });
  expect(shortly([participant])[0]).toMatchObject({ Type: 'Agent · Agent support' });
});

test('after-call work that was skipped is said to be, with times of it and without', () => {
  const call = { C: 0, E: 60, afterCallWorkRequired: true };
  const said = (more: object) => shortly([agent({ calls: [call], wrapupSkipped: true, ...more })])[0];
  expect(said({ W0: 60, W1: 60, wrapupTimeoutMs: 20_000 })).toMatchObject({
    'After-call work': 'skipped · 0:00 of 0:20 allowed',
  });
  expect(said({})).toMatchObject({ 'After-call work': 'skipped' });
  expect(said({ wrapupSkipped: false })).not.toHaveProperty('After-call work');
});
