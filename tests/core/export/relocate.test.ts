import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relocate } from '../../../src/core/export/relocate';
import {
  buildTimeline,
  type Conversation,
  exportConversations,
  measure,
  parseConversations,
  type Timeline,
} from '../../../src/core/index';
import { resolvePointer } from '../../fixtures/pointer';

const files = readdirSync('public/samples').filter((file) => /\.(jsonl?|har)$/.test(file));
const conversations: [string, Conversation][] = files.flatMap((file) =>
  parseConversations(readFileSync(`public/samples/${file}`, 'utf8')).conversations.map(
    (conversation): [string, Conversation] => [`${file} ${conversation.id}`, conversation],
  ),
);

/** The picture without its places. */
function picture(timeline: Timeline): unknown {
  return JSON.parse(
    JSON.stringify(timeline, (key, value: unknown) =>
      ['pointers', 'pointer', 'spelled', 'message'].includes(key) ? undefined : value,
    ),
  );
}

it('names the place at which the time of a look is written', () => {
  const eventBody = { id: 'c', participants: [{ id: 'a', state: 'connected' }] };
  const event = { topicName: 'v2.users.u.conversations', timestamp: '2026-11-19T09:02:00Z', eventBody };
  const moved = parseConversations(event).conversations.map(relocate);
  const pointer = moved[0]?.observations[0]?.atPointer ?? '';
  expect(resolvePointer(JSON.parse(exportConversations(moved)), pointer)).toBe(Date.UTC(2026, 10, 19, 9, 2));
});

describe.each(conversations)('%s, moved into its export', (_, conversation) => {
  const text = exportConversations([relocate(conversation)]);
  const [again] = parseConversations(text).conversations;

  it('draws the same picture', () => {
    expect(again).toBeDefined();
    if (!again) return;
    expect(picture(buildTimeline(again))).toEqual(picture(buildTimeline(conversation)));
    expect(measure(buildTimeline(again))).toEqual(measure(buildTimeline(conversation)));
  });

  it('names places in that very text', () => {
    const document: unknown = JSON.parse(text);
    const timeline = buildTimeline(relocate(conversation));
    const pointers = timeline.lanes.flatMap(({ tracks, milestones }) => [
      ...tracks.flatMap(({ segments }) => segments.flatMap(({ evidence }) => evidence.pointers)),
      ...milestones.flatMap(({ evidence }) => evidence.pointers),
    ]);
    for (const pointer of pointers) {
      expect(`${pointer} ${resolvePointer(document, pointer) === undefined ? 'nowhere' : 'there'}`).toBe(
        `${pointer} there`,
      );
    }
  });
});
