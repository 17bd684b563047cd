import { expect, test } from 'vitest';
import { indexMarks } from '../../../src/app/panels/marks';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { agent, iso, rest } from '../../fixtures/payload';

test('of participants with the same id each place of the text leads to its own', () => {
  const twice = [
    agent({ name: 'One', calls: [{ C: 0, E: 5 }] }),
    agent({ name: 'Two', calls: [{ C: 7, E: 9 }] }),
  ];
  const [conversation] = parseConversations(rest(twice)).conversations;
  if (!conversation) throw new Error('none');
  const marks = indexMarks(buildTimeline(conversation), conversation);
  const names = ['/participants/0', '/participants/1'].map((pointer) => {
    const [id = ''] = marks.first([pointer]);
    const mark = marks.find(id);
    return mark?.kind === 'lane' ? mark.lane.label : undefined;
  });
  expect(names).toEqual(['One', 'Two']);
});

test('a problem of two places is of the mark that begins with the first of them', () => {
  const early = agent({ startTime: iso(20), calls: [{ S: undefined, C: 10, E: 50 }] });
  const [conversation] = parseConversations(rest([early])).conversations;
  if (!conversation) throw new Error('none');
  const timeline = buildTimeline(conversation);
  const marks = indexMarks(timeline, conversation);
  const problem = timeline.problems.find(({ code }) => code === 'time-out-of-order');
  expect(problem?.pointers).toEqual(['/participants/0/startTime', '/participants/0/calls/0/connectedTime']);
  expect(marks.find((problem && marks.meant(problem)) ?? '')).toMatchObject({
    kind: 'milestone',
    milestone: { kind: 'start' },
  });
});
