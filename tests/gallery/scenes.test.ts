import { describe, expect, it } from 'vitest';
import type { Link, Timeline } from '../../src/core/index';
import { RULES, scenes } from './all';
import { idOf, timelineOfScene } from './scene';

it('every rule has a scene, and every scene a name of its own', () => {
  expect([...new Set(scenes.map(({ rule }) => rule))]).toEqual(RULES);
  expect(new Set(scenes.map(idOf)).size).toBe(scenes.length);
});

/** Seconds since the scene began: the picture in words, to be read beside the picture itself. */
function said(timeline: Timeline): string {
  const at = (instant: number) => String((instant - timeline.start) / 1000);
  const span = ({ start, end, certainty }: { start: number; end: number; certainty: string }) =>
    `${at(start)}-${at(end)}${certainty === 'recorded' ? '' : ` ${certainty}`}`;
  const target = ({ to }: Link) => ('laneId' in to ? to.laneId : `?${to.unresolved}`);
  const lines = timeline.lanes.flatMap(({ id, tracks, roles, limits, milestones }) => [
    `${id}:`,
    ...tracks.map(({ media, segments }) => {
      const parts = segments.map((segment) => {
        const words = [segment.label, segment.unanswered && 'unanswered'];
        if (segment.overrunFrom !== undefined) words.push(`over from ${at(segment.overrunFrom)}`);
        return [segment.type, span(segment), ...words].filter(Boolean).join(' ');
      });
      return `  ${media}  ${parts.join(' | ')}`;
    }),
    ...roles.map((role) => `  role ${role.role} ${span(role)}`),
    ...limits.map((limit) => `  limit ${limit.kind} @${at(limit.at)}`),
    ...milestones
      .filter(({ error, kind }) => error !== undefined || kind === 'provider-event')
      .map(({ kind, at: instant, error }) => `  ${kind} @${at(instant)} ${error?.code ?? ''}`.trimEnd()),
  ]);
  const links = timeline.links.map(
    (link) => `${link.kind} ${link.from.laneId} ${link.directed ? '>' : '-'} ${target(link)} ${span(link)}`,
  );
  const problems = timeline.problems.map(({ code, severity }) => `${severity}: ${code}`);
  return [timeline.live ? 'live' : 'ended', ...lines, ...links, ...problems].join('\n');
}

describe('what each scene says', () => {
  it.each(scenes.map((scene) => [idOf(scene), scene] as const))('%s', (_, scene) => {
    expect(said(timelineOfScene(scene))).toMatchSnapshot();
  });
});
