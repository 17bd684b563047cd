import { expect, test } from 'vitest';
import { buildTimeline, measure, parseConversations } from '../../../src/core/index';
import type { Conversation } from '../../../src/core/model/conversation';
import type { TotalName } from '../../../src/core/model/durations';
import { analyticsConversation } from '../../fixtures/generate.mjs';

const METRICS: readonly [string, TotalName][] = [
  ['tTalk', 'talk'],
  ['tHeld', 'hold'],
  ['tAcw', 'acw'],
  ['tHandle', 'handle'],
];

/** What the vendor's own metrics of agents and users add up to. */
function metricOf({ observations }: Conversation, metric: string): number {
  return observations
    .flatMap(({ participants }) => participants)
    .filter(({ purpose }) => purpose === 'agent' || purpose === 'user')
    .flatMap(({ sessions = [] }) => sessions)
    .flatMap(({ metrics = [] }) => metrics)
    .filter(({ name }) => name === metric)
    .reduce((sum, { value = 0 }) => sum + value, 0);
}

test.each(METRICS)('the vendor’s %s and our %s are one', (metric, name) => {
  let seen = 0;
  for (let seed = 1; seed <= 60; seed++) {
    for (const conversation of parseConversations(analyticsConversation(seed)).conversations) {
      const theirs = metricOf(conversation, metric);
      seen += theirs;
      expect(measure(buildTimeline(conversation)).conversation.totals[name]).toBe(theirs);
    }
  }
  expect(seen).toBeGreaterThan(0);
});
