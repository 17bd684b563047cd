import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { layoutScene } from '../../../src/core/layout/layout';
import { rowsOf } from '../../../src/core/layout/rows';
import type { Pill, Scene, Wire } from '../../../src/core/layout/scene';
import type { Link } from '../../../src/core/model/timeline';
import { scaleOf } from '../../../src/core/view/scale';
import { elapsedClock } from '../../../src/core/view/ticks';
import { viewFrom } from '../../../src/core/view/view';
import { formatFor } from '../../../src/ui/format';
import { sceneWordsOf } from '../../../src/ui/scene-words';
import { english } from '../../../src/ui/words';
import { diagram } from '../../fixtures/diagram';

const WIDTH = 1000;
const words = sceneWordsOf(english, formatFor({ locale: 'en' }));
const LANES = ['agent-1', 'agent-2', 'agent-3', 'agent-4'];
const KINDS = ['consult', 'monitor', 'coach', 'barge', 'transfer'] as const;

const link = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    from: fc.constantFrom(...LANES),
    to: fc.constantFrom(...LANES, '?gone'),
    // Many begin at nearly the same time.
    start: fc.oneof(fc.nat(1000), fc.integer({ min: 480, max: 500 })),
    length: fc.oneof(fc.constant(0), fc.nat(400)),
  })
  .map(({ kind, from, to, start, length }) => `${from}: ${kind} > ${to} ${start}-${start + length}`);

/** A millisecond is two pixels wide. */
function sceneOf(links: readonly string[], start: number): { scene: Scene; links: Link[] } {
  const lanes = LANES.map((name) => `${name}: connected 0-1400`);
  const timeline = diagram([...lanes, ...links].join('\n'));
  const columns = columnsOf(timeline);
  const view = viewFrom({});
  const rows = rowsOf(columns, view, { compact: false, head: 0 });
  const range = { start, end: start + WIDTH / 2 };
  const window = { ...scaleOf(range, WIDTH), end: range.end, width: WIDTH };
  const visible = { from: 0, to: rows.list.length };
  const clock = elapsedClock(0);
  const { overlays } = view;
  const scene = layoutScene({ columns, rows, visible, window, overlays, words, clock, step: 60_000 });
  return { scene, links: timeline.links };
}

const some = fc.array(link, { maxLength: 7 });

test('a link is drawn where it begins and as long as it lasts, if that is in sight', () => {
  fc.assert(
    fc.property(some, fc.nat(900), (texts, from) => {
      const { scene, links } = sceneOf(texts, from);
      const to = from + WIDTH / 2;
      const drawn = (part: (wire: Wire) => unknown) =>
        new Set(scene.links.flatMap((wire) => (part(wire) === undefined ? [] : [wire.index])));
      const places = (inSight: (link: Link) => boolean) =>
        new Set(links.flatMap((each, place) => (inSight(each) ? [place] : [])));
      expect(drawn(({ x }) => x)).toEqual(places(({ start }) => start >= from && start <= to));
      expect(drawn(({ stretch }) => stretch)).toEqual(
        places(({ start, end }) => end > start && end >= from && start <= to),
      );
    }),
  );
});

function apart(one: Pill, other: Pill): boolean {
  return (
    one.left + one.width <= other.left ||
    other.left + other.width <= one.left ||
    one.top + one.height <= other.top ||
    other.top + other.height <= one.top
  );
}

function crosses({ x = 0, from, to }: Wire, { left, width, top, height }: Pill): boolean {
  const within = x > left && x < left + width;
  return within && Math.min(from, to) < top + height && Math.max(from, to) > top;
}

test('of links no line lies on another, nor a word on a word or line', () => {
  fc.assert(
    fc.property(some, fc.nat(900), (texts, from) => {
      const lines = sceneOf(texts, from).scene.links.filter(({ x }) => x !== undefined);
      for (const [place, one] of lines.entries()) {
        const [top, bottom] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
        for (const other of lines.slice(place + 1)) {
          const beside = Math.max(other.from, other.to) >= top && Math.min(other.from, other.to) <= bottom;
          const distance = beside ? Math.abs((one.x ?? 0) - (other.x ?? 0)) : Infinity;
          expect(distance).toBeGreaterThanOrEqual(7 - 1e-6);
        }
        const { pill } = one;
        const others = pill ? lines.filter((each) => each !== one) : [];
        for (const other of others) {
          expect(pill && other.pill ? apart(pill, other.pill) : true).toBe(true);
          expect(pill ? crosses(other, pill) : false).toBe(false);
        }
      }
    }),
  );
});

test('the word of a link stands beside its line, on the border that it crosses', () => {
  const { scene } = sceneOf(['agent-1: transfer > agent-2 100-100', 'agent-4: monitor > agent-3 200-300'], 0);
  const placed = scene.links.map(({ x = 0, from, to, pill }) => ({
    beside: (pill?.left ?? 0) - x,
    within: pill && pill.top + pill.height / 2 > Math.min(from, to) && pill.top < Math.max(from, to),
    text: pill?.text,
  }));
  expect(placed).toEqual([
    { beside: 5, within: true, text: 'transfer' },
    { beside: 5, within: true, text: 'monitors' },
  ]);
  expect(scene.links.map(({ index, x }) => [index, x])).toEqual([
    [0, 200],
    [1, 400],
  ]);
});
