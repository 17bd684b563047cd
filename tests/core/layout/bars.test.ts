import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { layoutScene } from '../../../src/core/layout/layout';
import { rowsOf } from '../../../src/core/layout/rows';
import type { Scene } from '../../../src/core/layout/scene';
import type { Segment } from '../../../src/core/model/timeline';
import { scaleOf } from '../../../src/core/view/scale';
import { elapsedClock } from '../../../src/core/view/ticks';
import { viewFrom } from '../../../src/core/view/view';
import { formatFor } from '../../../src/ui/format';
import { sceneWordsOf } from '../../../src/ui/scene-words';
import { english } from '../../../src/ui/words';
import { diagram } from '../../fixtures/diagram';

const WIDTH = 1000;

/** One lane of which 500 ms are in sight: a millisecond is two pixels wide. */
function sceneOf(track: string, more: Partial<Segment> = {}): Scene {
  const timeline = diagram(`agent: ${track}`);
  for (const segment of timeline.lanes[0]?.tracks[0]?.segments ?? []) Object.assign(segment, more);
  const columns = columnsOf(timeline);
  const view = viewFrom({});
  const rows = rowsOf(columns, view, { compact: false, head: 0 });
  const range = { start: 0, end: WIDTH / 2 };
  const window = { ...scaleOf(range, WIDTH), end: range.end, width: WIDTH };
  return layoutScene({
    columns,
    rows,
    visible: { from: 0, to: 1 },
    window,
    overlays: view.overlays,
    words: sceneWordsOf(english, formatFor({ locale: 'en' })),
    clock: elapsedClock(0),
    step: 60_000,
  });
}

/** Left and right of each shape: a box, one with round corners, or one that points on. */
function spansOf(path = ''): string[] {
  return [...path.matchAll(/M(\S+) \S+?([Hh])([-\d.]+)(?:a(\S+)|L(\S+)|V)/g)].map(
    ([, x, step, across, radius = 0, tip]) => {
      const left = Number(x) - Number(radius);
      const right = step === 'h' ? Number(x) + Number(across) + Number(radius) : Number(tip ?? across);
      return `${left}-${right}`;
    },
  );
}

describe('a bar', () => {
  test.each([
    [
      'from its start to its end, less the pixel between it and the next',
      'connected 100-200 | connected 200-300',
      ['200-399', '400-599'],
    ],
    ['in full where it is too narrow to lose any', 'connected 100-103', ['200-206']],
    ['no less than two pixels', 'connected 100-100', ['200-202']],
    ['not far beyond what is laid out', 'connected -9000-9000', ['-40-1039']],
    ['pointing on where it goes on', 'connected 100-200 running', ['200-399']],
    ['as a box where it is too narrow to point', 'connected 100-102 running', ['200-204']],
  ])('stands %s', (_, track, spans) => {
    expect(sceneOf(track).bars.flatMap(({ path }) => spansOf(path))).toEqual(spans);
  });

  test('points on only where it goes on', () => {
    const shapes = (certainty: string) =>
      sceneOf(`connected 100-200 ${certainty}`).bars.map(({ path }) => path.includes('L'));
    expect([shapes('running'), shapes('recorded'), shapes('inferred'), shapes('planned')].flat()).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test.each<[string, string, Partial<Segment>, string[]]>([
    ['its end', '100-200', {}, ['200-372', '372-381', '381-390', '390-399']],
    ['its start', '100-200', { unsure: 'start' }, ['227-399', '218-227', '209-218', '200-209']],
    [
      'both',
      '100-200',
      { unsure: 'both' },
      ['227-372', '372-381 218-227', '381-390 209-218', '390-399 200-209'],
    ],
    ['most of one that is short', '100-105', {}, ['200-203.6', '203.6-205.4', '205.4-207.2', '207.2-209']],
    ['nothing of one that is tiny', '100-102', {}, ['200-204']],
    ['nothing of an end out of sight', '100-900', {}, ['200-1039']],
  ])('fades where it is inferred: %s', (_, span, more, slices) => {
    const [bar] = sceneOf(`connected ${span} inferred`, more).bars;
    expect(bar?.sure?.map(({ path }) => spansOf(path).join(' '))).toEqual(slices);
    expect(bar?.sure?.map(({ opacity }) => opacity)).toEqual([1, 0.75, 0.5, 0.25].slice(0, slices.length));
  });
});
