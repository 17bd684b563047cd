import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { layoutScene } from '../../../src/core/layout/layout';
import { rowsOf } from '../../../src/core/layout/rows';
import type { Pill, Scene, Wire } from '../../../src/core/layout/scene';
import { textWidth } from '../../../src/core/layout/text';
import type { Link } from '../../../src/core/model/timeline';
import { scaleOf } from '../../../src/core/view/scale';
import { elapsedClock } from '../../../src/core/view/ticks';
import { viewFrom } from '../../../src/core/view/view-from';
import { formatFor } from '../../../src/ui/format';
import { sceneWordsOf } from '../../../src/ui/scene-words';
import { english } from '../../../src/ui/words';
import { diagram } from '../../fixtures/diagram';

const WIDTH = 1000;
const words = sceneWordsOf(english, formatFor({ locale: 'en' }));
const LANES = ['agent-1', 'agent-2', 'agent-3', 'agent-4'];
const KINDS = ['consult', 'monitor', 'coach', 'barge', 'transfer'] as const;

function linkFrom(start: fc.Arbitrary<number>): fc.Arbitrary<string> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      from: fc.constantFrom(...LANES),
      to: fc.constantFrom(...LANES, '?gone'),
      start,
      length: fc.oneof(fc.constant(0), fc.nat(400)),
    })
    .map(({ kind, from, to, start, length }) => `${from}: ${kind} > ${to} ${start}-${start + length}`);
}

// Many begin at nearly the same time.
const link = linkFrom(fc.oneof(fc.nat(1000), fc.integer({ min: 480, max: 500 })));
const crowd = fc.array(linkFrom(fc.integer({ min: 480, max: 484 })), { minLength: 20, maxLength: 40 });

interface Shown {
  folded: string[];
  compact: boolean;
  head: number;
  /** The rows that are drawn. */
  from: number;
  to: number;
}

/** A millisecond is two pixels wide. */
function sceneOf(
  links: readonly string[],
  start: number,
  { folded = [], compact = false, head = 0, from = 0, to = LANES.length }: Partial<Shown> = {},
): { scene: Scene; links: Link[] } {
  const lanes = LANES.map((name) => `${name}: connected 0-1400`);
  const timeline = diagram([...lanes, ...links].join('\n'));
  const columns = columnsOf(timeline);
  const view = viewFrom({ folded });
  const rows = rowsOf(columns, view, { compact, head });
  const range = { start, end: start + WIDTH / 2 };
  const window = { ...scaleOf(range, WIDTH), end: range.end, width: WIDTH };
  const visible = { from, to };
  const clock = elapsedClock(0);
  const { overlays } = view;
  const scene = layoutScene({ columns, rows, visible, window, overlays, words, clock, step: 60_000 });
  return { scene, links: timeline.links };
}

const some = fc.array(link, { maxLength: 7 });
const many = fc.array(link, { minLength: 8, maxLength: 20 });

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

test('a link is laid out where its line comes by one of the rows that are drawn', () => {
  fc.assert(
    fc.property(some, fc.nat(4), fc.nat(4), (texts, one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
      const { scene, links } = sceneOf(texts, 400, { from, to });
      const laidOut = new Set(sceneOf(texts, 400).scene.links.map(({ index }) => index));
      const passing = [...laidOut].filter((index) => {
        const { from: source, to: target = source } = links[index] ?? {};
        const ends = [source, target].flatMap((end) =>
          end && 'laneId' in end ? LANES.indexOf(end.laneId) : [],
        );
        return Math.min(...ends) < to && Math.max(...ends) >= from;
      });
      expect(new Set(scene.links.map(({ index }) => index))).toEqual(new Set(passing));
    }),
  );
});

function apart(one: Omit<Pill, 'text'>, other: Omit<Pill, 'text'>): boolean {
  return (
    one.left + one.width <= other.left ||
    other.left + other.width <= one.left ||
    one.top + one.height <= other.top ||
    other.top + other.height <= one.top
  );
}

function crosses({ x = 0, from, to }: Wire, { left, width, top, height }: Omit<Pill, 'text'>): boolean {
  const within = x > left && x < left + width;
  return within && Math.min(from, to) < top + height && Math.max(from, to) > top;
}

/** At some height both are drawn. */
function besides(one: Wire, other: Wire): boolean {
  const [top, bottom] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
  return Math.max(other.from, other.to) >= top && Math.min(other.from, other.to) <= bottom;
}

/** The lines that are drawn, by how far they moved from their instants. */
function movedOf({ scene, links }: ReturnType<typeof sceneOf>, from: number): (Wire & { moved: number })[] {
  return scene.links.flatMap((wire) => {
    const instant = ((links[wire.index]?.start ?? 0) - from) * 2;
    return wire.x === undefined ? [] : [{ ...wire, moved: wire.x - instant }];
  });
}

test('of links no line that moved lies on another, nor a word on a word or line', () => {
  fc.assert(
    fc.property(fc.oneof(some, many, crowd), fc.nat(900), (texts, from) => {
      const lines = movedOf(sceneOf(texts, from), from);
      for (const [place, one] of lines.entries()) {
        for (const other of lines.slice(place + 1)) {
          const distance = besides(one, other) ? Math.abs((one.x ?? 0) - (other.x ?? 0)) : Infinity;
          const isCrowd = lines.length > 7 && (Math.abs(one.moved) < 1e-6 || Math.abs(other.moved) < 1e-6);
          expect(isCrowd ? 7 : distance).toBeGreaterThanOrEqual(7 - 1e-6);
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

test('each line stands at its instant, or near it in sight, beside one that is in its way', () => {
  fc.assert(
    fc.property(fc.oneof(some, many, crowd), fc.nat(900), (texts, from) => {
      const lines = movedOf(sceneOf(texts, from), from);
      for (const one of lines.filter(({ moved }) => Math.abs(moved) > 1e-6)) {
        const { x = 0, moved } = one;
        expect(Math.abs(moved)).toBeLessThan(84 + 1e-6);
        expect(x).toBeLessThan((1400 - from) * 2 + WIDTH * 0.0095);
        const inTheWay = lines.some(
          (other) => besides(one, other) && Math.abs((other.x ?? 0) + Math.sign(moved) * 7 - x) < 1e-6,
        );
        expect(inTheWay).toBe(true);
      }
    }),
  );
});

test.each([
  ['to the right', 100, 4, [0, 7, 14, 21]],
  ['to the left where that would be too far from their instant', 100, 15, [77, 84, -7, -14]],
  ['to the left where that would be out of sight', 1400, 4, [0, 7, -7, -14]],
  ['nowhere where both would be too far', 100, 27, [-77, -84, 0, 0]],
  ['nowhere where one would be too far, and the other out of sight', 0, 15, [77, 84, -7, 0]],
])('lines that begin at once move %s', (_, start, count, last) => {
  const links = Array.from({ length: count }, () => `agent-1: transfer > agent-4 ${start}-${start}`);
  const from = Math.min(start, 900);
  expect(
    movedOf(sceneOf(links, from), from)
      .map(({ moved }) => moved)
      .slice(-4),
  ).toEqual(last);
});

/** On every border that the line crosses, or at its open end, to both sides of it. */
function placesFor({ x = 0, from, to, stub, kind }: Wire, { rows }: Scene): Omit<Pill, 'text'>[] {
  const crossed = rows.filter(({ y }) => y > Math.min(from, to) && y < Math.max(from, to));
  const width = textWidth(words.link(kind, stub), 10) + 12;
  return (stub ? [to] : crossed.map(({ y }) => y)).flatMap((y) =>
    [x + 5, x - 5 - width].map((left) => ({ left, top: y - 7, width, height: 14 })),
  );
}

test('the word of a link stands beside its line on a border, and is left out only where it has no room', () => {
  fc.assert(
    fc.property(fc.oneof(some, many, crowd), fc.nat(900), (texts, from) => {
      const { scene } = sceneOf(texts, from);
      const lines = scene.links.filter(({ x }) => x !== undefined);
      const named = lines.flatMap(({ pill }) => (pill ? [pill] : []));
      const ends = [0 - from * 2 - WIDTH * 0.0095, (1400 - from) * 2 + WIDTH * 0.0095] as const;
      const strays = lines.filter(
        (line) =>
          line.pill &&
          !placesFor(line, scene).some(({ left, top }) => left === line.pill?.left && top === line.pill?.top),
      );
      expect(strays).toEqual([]);
      for (const line of lines.filter(({ pill }) => !pill)) {
        const free = placesFor(line, scene).filter((place) => {
          const near = { left: place.left - 3, top: place.top - 1, width: place.width + 6, height: 16 };
          const others = lines.filter((other) => other !== line);
          const inside = place.left >= ends[0] && place.left + place.width <= ends[1];
          const crossed = others.some((other) => crosses(other, { ...near, top: place.top, height: 14 }));
          return inside && !crossed && named.every((other) => apart(near, other));
        });
        expect(free).toEqual([]);
      }
    }),
  );
});

test('the word of a link stands on the first border behind its source, off the name where that is beside it', () => {
  const middles = (text: string, head = 0) => {
    const { scene } = sceneOf([text], 0, { head });
    const { top = 0, height = 0 } = scene.links[0]?.pill ?? {};
    return scene.rows.findIndex(({ y }) => y === top + height / 2 + (head > 0 ? 3 : 0));
  };
  expect(middles('agent-1: transfer > agent-4 100-100')).toBe(1);
  expect(middles('agent-4: transfer > agent-1 100-100')).toBe(3);
  expect(middles('agent-4: transfer > agent-1 100-100', 20)).toBe(3);
});

test('of many lines none is named, and of very many each stands at its instant, whatever lies on it', () => {
  const drawn = (count: number) =>
    sceneOf(
      Array.from({ length: count }, () => 'agent-1: transfer > agent-4 100-100'),
      0,
    ).scene.links;
  expect(drawn(30).some(({ pill }) => pill)).toBe(true);
  expect(drawn(60).some(({ pill }) => pill)).toBe(false);
  expect(new Set(drawn(60).map(({ x }) => x)).size).toBe(25);
  expect(new Set(drawn(130).map(({ x }) => x))).toEqual(new Set([200]));
});

test('of links in low rows no words are written', () => {
  const one = ['agent-1: transfer > agent-2 100-100'];
  expect(sceneOf(one, 0).scene.links[0]).toHaveProperty('pill');
  expect(sceneOf(one, 0, { compact: true }).scene.links[0]).not.toHaveProperty('pill');
});

test('of two lines that begin too close to each other the later one moves', () => {
  const { scene } = sceneOf(['agent-1: consult > agent-2 103-103', 'agent-2: coach > agent-1 101-101'], 0);
  expect(scene.links.map(({ index, x }) => [index, x])).toEqual([
    [0, 209],
    [1, 202],
  ]);
});

test('what lasts of a link lies on the line of its kind in its row, from its start to its end, if that is not folded', () => {
  fc.assert(
    fc.property(some, fc.nat(900), (texts, from) => {
      const { scene, links } = sceneOf(texts, from, { folded: ['agent-3'] });
      for (const { index, laneId, kind, stretch } of scene.links) {
        if (!stretch) continue;
        expect(laneId).not.toBe('agent-3');
        const { start = 0, end = 0 } = links[index] ?? {};
        const y = scene.rows.find((row) => row.laneId === laneId)?.strips.get(kind);
        // Next to nothing beyond what is laid out.
        const left = Math.max((start - from) * 2, -40);
        expect(stretch).toMatchObject({ left, right: Math.min((end - from) * 2, WIDTH + 40), y, width: 2.5 });
        expect(stretch.path).toBe(`M${left} ${y}H${Math.max(stretch.right, left + 1)}`);
      }
    }),
  );
});

test('a tie to oneself hangs from its row, as one whose other end is unknown', () => {
  const { scene } = sceneOf(['agent-2: consult > agent-2 100-100', 'agent-2: barge > ?gone 200-200'], 0);
  const { y = 0, height = 0, tracks = [] } = scene.rows.find(({ laneId }) => laneId === 'agent-2') ?? {};
  const [bars = { y: 0, height: 0 }] = tracks;
  expect(scene.links.map(({ stub }) => stub)).toEqual(['self', 'unresolved']);
  for (const { from, to, arrow } of scene.links) {
    expect([from, arrow]).toEqual([bars.y + bars.height, undefined]);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThan(y + height);
  }
});

test('the head of a link points at the row that it leads to, and of one without direction both ends are dots', () => {
  const { scene } = sceneOf(
    [
      'agent-1: transfer > agent-2 100-100',
      'agent-4: monitor > agent-3 200-200',
      'agent-3: consult > agent-4 300-300',
    ],
    0,
  );
  const drawn = scene.links.map(({ from, to, line, arrow }) => ({ isUp: to < from, from, to, line, arrow }));
  const dot = (y = 0) => `M597.5 ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z`;
  const [down, up, plain] = drawn.map(({ from, to }) => ({ from, to }));
  expect(drawn.map(({ line, arrow, isUp }) => ({ isUp, line, arrow }))).toEqual([
    { isUp: false, line: `M200 ${down?.from}V${(down?.to ?? 0) - 5}`, arrow: `M200 ${down?.to}l-3.5 -6h7Z` },
    { isUp: true, line: `M400 ${up?.from}V${(up?.to ?? 0) + 5}`, arrow: `M400 ${up?.to}l-3.5 6h7Z` },
    { isUp: false, line: `M600 ${plain?.from}V${plain?.to}`, arrow: dot(plain?.from) + dot(plain?.to) },
  ]);
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
