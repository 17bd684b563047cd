import { describe, expect, test } from 'vitest';
import { buildTimeline, measure, parseConversations } from '../../../src/core/index';
import type { Timeline } from '../../../src/core/model/timeline';
import { redact } from '../../../src/core/redact/redact';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';

/** All of a timeline but what says who took part: labels of lanes, participants, texts. */
function drawing(timeline: Timeline): unknown {
  const { title: _, lanes, problems, ...rest } = timeline;
  return {
    ...rest,
    lanes: lanes.map((lane) => {
      const { label: _, participant: __, milestones, ...marks } = lane;
      return {
        ...marks,
        milestones: milestones.map(({ kind, at, trackId, evidence }) => ({ kind, at, trackId, evidence })),
      };
    }),
    problems: problems.map(({ code, severity, pointers }) => ({ code, severity, pointers })),
  };
}

const PEOPLE = /Wiremu|Parata|Mina Farahani|Oskar|Hina Qureshi|\+155501001\d\d/;
const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);

describe.each([
  ['REST', restConversation],
  ['analytics', analyticsConversation],
  ['events', eventStream],
])('of %s conversations', (_, make) => {
  const conversations = seeds.flatMap((seed) => parseConversations(make(seed)).conversations);

  test('a redacted one builds the same timeline', () => {
    for (const conversation of conversations) {
      const plain = buildTimeline(conversation);
      const redacted = buildTimeline(redact(conversation).conversation);
      expect(drawing(redacted)).toEqual(drawing(plain));
      expect(measure(redacted)).toEqual(measure(plain));
    }
  });

  test('one without ids is drawn and measured alike', () => {
    for (const conversation of conversations) {
      const plain = buildTimeline(conversation);
      const redacted = buildTimeline(redact(conversation, { ids: true, organisation: true }).conversation);
      expect(redacted.lanes.map(({ tracks }) => tracks.map(({ segments }) => segments))).toEqual(
        plain.lanes.map(({ tracks }) => tracks.map(({ segments }) => segments)),
      );
      expect(redacted.links.map(({ kind, start, end }) => [kind, start, end])).toEqual(
        plain.links.map(({ kind, start, end }) => [kind, start, end]),
      );
      expect(measure(redacted).conversation).toEqual(measure(plain).conversation);
      for (const id of plain.lanes.map((lane) => lane.id)) expect(JSON.stringify(redacted)).not.toContain(id);
    }
  });

  test('no person is left', () => {
    expect(conversations.some((conversation) => PEOPLE.test(JSON.stringify(conversation)))).toBe(true);
    for (const conversation of conversations) {
      expect(JSON.stringify(redact(conversation).conversation)).not.toMatch(PEOPLE);
    }
  });
});
