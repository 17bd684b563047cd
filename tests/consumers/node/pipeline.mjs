/** What a Node program does with the package: text in, figures and a picture out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildTimeline, measure, parseConversations } from 'participant-timeline/core';
import { renderSvg } from 'participant-timeline/svg';

const text = readFileSync('conversation.json', 'utf8');
const { conversations, problems } = parseConversations(text);
const timeline = buildTimeline(conversations[0]);
const picture = renderSvg(timeline, { width: 900, theme: 'dark', timeZone: 'UTC' });

assert.equal(typeof document, 'undefined');
assert.deepEqual(
  problems.filter(({ severity }) => severity === 'error'),
  [],
);
assert.equal(timeline.lanes.length, JSON.parse(text).participants.length);
assert.ok(measure(timeline).conversation.totals.talk > 0);
assert.match(picture, /^<svg .*data-segment="hold".*<\/svg>$/s);
