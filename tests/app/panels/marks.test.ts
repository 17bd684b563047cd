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
