import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexMarks } from '../../../src/app/panels/marks';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { agent, rest } from '../../fixtures/payload';

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

test('a problem is of the mark that begins with its place, rather than of one that ends there', () => {
  const [conversation] = parseConversations(
    readFileSync('public/samples/hostile.json', 'utf8'),
  ).conversations;
  if (!conversation) throw new Error('none');
  const timeline = buildTimeline(conversation);
  const marks = indexMarks(timeline, conversation);
  const problem = timeline.problems.find(({ pointers }) => pointers[0] === '/participants/3/startTime');
  expect(problem?.code).toBe('time-out-of-order');
  expect(marks.find((problem && marks.meant(problem)) ?? '')?.kind).toBe('milestone');
});
