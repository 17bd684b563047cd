import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { layoutScene } from '../../../src/core/layout/layout';
import { rowsOf } from '../../../src/core/layout/rows';
import type { Scene } from '../../../src/core/layout/scene';
import type { Segment } from '../../../src/core/model/timeline';
import { foldsFrom } from '../../../src/core/view/folds';
import { scaleOf } from '../../../src/core/view/scale';
import { elapsedClock } from '../../../src/core/view/ticks';
import { viewFrom } from '../../../src/core/view/view-from';
import { formatFor } from '../../../src/ui/format';
import { sceneWordsOf } from '../../../src/ui/scene-words';
import { english } from '../../../src/ui/words';
import { diagram } from '../../fixtures/diagram';

const WIDTH = 1000;

interface Way {
  more?: Partial<Segment>;
  compact?: boolean;
  /** From 100 to 200 ms it lies there, as wide as 50 ms: from pixel 200 to pixel 300. */
  isFolded?: boolean;
}

/** One lane of which 500 ms are in sight: a millisecond is two pixels wide. */
function sceneOf(track: string, { more = {}, compact = false, isFolded = false }: Way = {}): Scene {
  const timeline = diagram(`agent: ${track}`);
  for (const segment of timeline.lanes[0]?.tracks[0]?.segments ?? []) Object.assign(segment, more);
  const columns = columnsOf(timeline);
  const view = viewFrom({});
  const rows = rowsOf(columns, view, { compact, head: 0 });
  const folds = foldsFrom(isFolded ? [{ start: 100, end: 200 }] : [], 50);
  const range = { start: 0, end: isFolded ? 550 : 500 };
  const window = { ...scaleOf(range, WIDTH, folds), end: range.end, width: WIDTH };
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

  test('has round corners where it has room for them', () => {
    const isRound = (span: string) => sceneOf(`connected ${span}`).bars.map(({ path }) => path.includes('a'));
    expect([isRound('100-200'), isRound('100-102')].flat()).toEqual([true, false]);
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
    [
      'most of one that is short, at both',
      '100-105',
      { unsure: 'both' },
      ['202.7-206.3', '206.3-207.2 201.8-202.7', '207.2-208.1 200.9-201.8', '208.1-209 200-200.9'],
    ],
    ['nothing of a start out of sight', '-900-200', { unsure: 'start' }, ['-40-399']],
    ['nothing of one that is tiny', '100-102', {}, ['200-204']],
    ['nothing of an end out of sight', '100-900', {}, ['200-1039']],
  ])('fades where it is inferred: %s', (_, span, more, slices) => {
    const [bar] = sceneOf(`connected ${span} inferred`, { more }).bars;
    expect(bar?.sure?.map(({ path }) => spansOf(path).join(' '))).toEqual(slices);
    expect(bar?.sure?.map(({ opacity }) => opacity)).toEqual([1, 0.75, 0.5, 0.25].slice(0, slices.length));
  });
});

describe('the words of a bar', () => {
  const room = (track: string, way?: Way) => sceneOf(track, way).labels.map(({ x, right }) => [x, right]);

  test.each<[string, string, boolean, number[][]]>([
    ['on all of it', 'connected 100-400', false, [[207, 799]]],
    ['on what is in sight of it', 'connected -100-900', false, [[7, 1000]]],
    ['before the end that is unsure', 'connected 100-400 inferred', false, [[207, 772]]],
    ['nowhere where it is too short', 'connected 100-111', false, []],
    ['behind a fold in which it begins', 'connected 150-400', true, [[308, 699]]],
    ['behind a fold with which it begins', 'connected 100-400', true, [[308, 699]]],
    ['before a fold in which it ends', 'connected 20-150', true, [[47, 199]]],
    ['before a fold with which it ends', 'connected 20-200', true, [[47, 199]]],
    ['on both sides of a fold within it', 'connected 20-400', true, [[47, 699]]],
    ['as ever behind a fold that is over', 'connected 210-400', true, [[327, 699]]],
    ['as ever before a fold that is to come', 'connected 20-90', true, [[47, 179]]],
    ['nowhere in a fold', 'connected 105-195', true, []],
  ])('stand %s', (_, track, isFolded, expected) => {
    expect(room(track, { isFolded })).toEqual(expected);
  });

  test('are smaller on low rows', () => {
    const sizes = [false, true].map((compact) => sceneOf('connected 100-400', { compact }).labels[0]?.size);
    expect(sizes).toEqual([12, 11]);
  });
});
