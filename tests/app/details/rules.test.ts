import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../src/app/panels/allMarks';
import { evidenceOf } from '../../../src/app/details/facts';
import { ruleSentence, sentenceOf } from '../../../src/app/details/rules';
import { RELATIONS } from '../../../src/core/timeline/relations';
import { buildTimeline, parseConversations, type Timeline } from '../../../src/core/index';
import { analyticsConversation, eventStream, restConversation } from '../../fixtures/generate.mjs';

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed + 1);

function timelinesOf(input: unknown): Timeline[] {
  return parseConversations(input).conversations.map((conversation) => buildTimeline(conversation));
}

function rulesOf(timeline: Timeline): string[] {
  const unplaced = timeline.lanes.flatMap(({ tracks }) => tracks.flatMap((track) => track.unplaced ?? []));
  const evidence = [...marksOf(timeline).map(evidenceOf), ...unplaced.map((length) => length.evidence)];
  return evidence.flatMap((one) => (one ? [one.rule] : []));
}

/** Each event stream also cut short: what still runs is drawn by rules of its own. */
function generated(): unknown[] {
  return SEEDS.flatMap((seed) => {
    const stream = eventStream(seed);
    const cut = stream.map((_, count) => stream.slice(0, count + 1));
    return [restConversation(seed), analyticsConversation(seed), ...cut];
  });
}

describe('every rule that draws a mark has a sentence', () => {
  test.each(readdirSync('public/samples'))('in the sample %s', (file) => {
    const rules = timelinesOf(readFileSync(`public/samples/${file}`, 'utf8')).flatMap(rulesOf);
    expect([...new Set(rules)].filter((rule) => sentenceOf(rule) === undefined)).toEqual([]);
  });

  test('in generated conversations', () => {
    const rules = new Set(generated().flatMap((input) => timelinesOf(input).flatMap(rulesOf)));
    expect(rules.size).toBeGreaterThan(10);
    expect([...rules].filter((rule) => sentenceOf(rule) === undefined)).toEqual([]);
  });
});

/** Rules that are named in the code, also those that no payload above calls for. */
test('every rule named in the code has a sentence', () => {
  const folder = 'src/core/timeline';
  const code = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const named = code.flatMap((text) =>
    [...text.matchAll(/\brule: '([a-z-]+)'/g)].map(([, rule]) => rule ?? ''),
  );
  const ties = RELATIONS.map(({ kind }) => `${kind}-while-connected`);
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set([...named, ...ties])].filter((rule) => sentenceOf(rule) === undefined)).toEqual([]);
});

test('a rule without a sentence reads as its name', () => {
  expect(ruleSentence('brand-new-rule')).toBe('Brand new rule');
  expect(ruleSentence('constructor')).toBe('Constructor');
});
