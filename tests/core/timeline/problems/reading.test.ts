import { describe, expect, test } from 'vitest';
import { buildTimeline, parseConversations } from '../../../../src/core/index';
import { codes, customer, iso, type Parts, rest, timelineOf } from '../../../fixtures/payload';

const reading = (input: unknown) =>
  parseConversations(input).problems.map(({ code, severity, pointers }) => [code, severity, ...pointers]);

const call = (more: Parts) => rest([customer({ calls: [{ C: 0, ...more }] })]);
const CALL = '/participants/0/calls/0';

describe('problems of reading stand with the parse result, and nowhere else', () => {
  test.each<[string, unknown, string[][]]>([
    [
      'invalid-time',
      call({ disconnectedTime: 'yesterday' }),
      [['invalid-time', 'error', `${CALL}/disconnectedTime`]],
    ],
    [
      'invalid-time: no such day',
      call({ disconnectedTime: '2026-02-30T00:00:00Z' }),
      [['invalid-time', 'error', `${CALL}/disconnectedTime`]],
    ],
    [
      'invalid-time: an epoch number',
      call({ disconnectedTime: 1795078920000 }),
      [['invalid-time', 'error', `${CALL}/disconnectedTime`]],
    ],
    [
      'assumed-utc',
      call({ disconnectedTime: '2026-11-19T09:03:00' }),
      [['assumed-utc', 'info', `${CALL}/disconnectedTime`]],
    ],
    [
      'unreadable-participant',
      { id: 'c', participants: [customer({ C: 0, E: 5 }), 7] },
      [['unreadable-participant', 'error', '/participants/1']],
    ],
    ['unknown-format', { hello: 'world' }, [['unknown-format', 'error', '']]],
    ['skipped-input', [{ topicName: 'channel.metadata', eventBody: {} }], [['skipped-input', 'info', '/0']]],
  ])('%s', (_, input, problems) => {
    expect(reading(input)).toEqual(problems);
    const meant = parseConversations(input).conversations.flatMap((one) => codes(buildTimeline(one)));
    for (const [code] of problems) expect(meant).not.toContain(code);
  });

  test('invalid-json', () => {
    const [problem] = parseConversations('{"participants": [}').problems;
    expect(problem).toMatchObject({ code: 'invalid-json', severity: 'error', line: 1 });
  });

  test('truncated-input keeps what came before the cut', () => {
    const text = JSON.stringify(
      rest([customer({ C: 0, E: 5, state: 'disconnected' }), customer({ id: 'cut', C: 0 })]),
    );
    const { problems, conversations } = parseConversations(text.slice(0, -20));
    expect(problems).toMatchObject([{ code: 'truncated-input', severity: 'error' }]);
    expect(conversations[0]?.observations[0]?.participants.map(({ id }) => id)).toEqual(['customer']);
  });

  test.each<[string, unknown]>([
    ['an offset', call({ disconnectedTime: '2026-11-19T10:03:00+01:00' })],
    ['an offset without a colon', call({ disconnectedTime: '2026-11-19T10:03:00+0100' })],
    ['microseconds', call({ disconnectedTime: '2026-11-19T09:03:00.123456Z' })],
    ['a blank for the T', call({ disconnectedTime: '2026-11-19 09:03:00Z' })],
    ['null', call({ disconnectedTime: null })],
    ['a time in a field that is no time', call({ somethingElse: 'yesterday', E: 60 })],
    ['an empty participant', rest([{}])],
    ['a broken fraction of a fold', { id: 'c', participants: [], startTime: iso(0) }],
  ])('not: %s', (_, input) => {
    expect(reading(input)).toEqual([]);
  });
});

test('a leg whose end is no time is over, nobody knows when; the bar is not wrong', () => {
  const timeline = timelineOf(call({ disconnectedTime: 'yesterday' }), { now: 60 });
  expect(timeline.live).toBe(false);
  expect(timeline.lanes[0]?.tracks[0]?.segments).toMatchObject([
    { type: 'connected', certainty: 'inferred' },
  ]);
  expect(codes(timeline)).toEqual(['missing-end']);
});

test('null under a name that the form does not have says nothing, as everywhere', () => {
  const flat = {
    id: 'a',
    purpose: 'agent',
    state: 'connected',
    connectedTime: iso(0),
    disconnectedTime: null,
  };
  const timeline = timelineOf(rest([flat]), { now: 60 });
  expect(timeline.live).toBe(true);
  expect(timeline.lanes[0]?.tracks[0]?.segments).toMatchObject([{ type: 'connected', certainty: 'running' }]);
  expect(codes(timeline)).toEqual([]);
});
