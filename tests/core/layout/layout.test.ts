import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { hitTest } from '../../../src/core/layout/hit';
import { layoutScene } from '../../../src/core/layout/layout';
import { markBox } from '../../../src/core/layout/mark-box';
import { overviewOf } from '../../../src/core/layout/overview';
import { bottomOf, FOOT, rowsIn, rowsOf, topOf } from '../../../src/core/layout/rows';
import type { Scene } from '../../../src/core/layout/scene';
import { textWidth } from '../../../src/core/layout/text';
import { panOf, windowOf } from '../../../src/core/layout/window';
import type { Timeline } from '../../../src/core/model/timeline';
import { findMark } from '../../../src/core/view/marks';
import { boundsOf } from '../../../src/core/view/bounds';
import { type Range, rangeOf } from '../../../src/core/view/range';
import { scaleOf, toPixel } from '../../../src/core/view/scale';
import { stepFor } from '../../../src/core/view/steps';
import { elapsedClock } from '../../../src/core/view/ticks';
import type { ViewInit } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { formatFor } from '../../../src/ui/format';
import { sceneWordsOf } from '../../../src/ui/scene-words';
import { english } from '../../../src/ui/words';
import {
  at,
  conference,
  crossing,
  dense,
  everyKind,
  lane,
  limit,
  link,
  seg,
  START,
  timeline,
  track,
  usualCall,
} from '../../fixtures/timelines';

const WIDTH = 1000;

function sceneOf(timeline: Timeline, init: ViewInit & { shown?: Range; width?: number } = {}) {
  const columns = columnsOf(timeline);
  const { shown, width = WIDTH, ...rest } = init;
  const view = viewFrom(rest);
  const range = shown ?? boundsOf(timeline).fit;
  const window = windowOf(range, width);
  const rows = rowsOf(columns, view, { compact: false, head: 0 });
  const visible = rowsIn(rows, 0, 2000);
  const step = stepFor(((range.end - range.start) / width) * 90);
  const words = sceneWordsOf(english, formatFor({ locale: 'en' }));
  const scene = layoutScene({
    columns,
    rows,
    visible,
    window,
    overlays: view.overlays,
    words,
    clock: elapsedClock(timeline.start),
    step,
  });
  return { columns, rows, scene, window, range };
}

const texts = (scene: Scene) => scene.labels.map(({ text }) => text);

describe('layoutScene', () => {
  it('makes one path per lane, type and certainty', () => {
    const { scene } = sceneOf(usualCall());
    const keys = scene.bars.map(({ laneId, type, certainty }) => `${laneId} ${type} ${certainty}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('jonas hold recorded');
    expect(keys.filter((key) => key.startsWith('jonas'))).toHaveLength(4);
  });

  it('labels bars with the longest words that fit', () => {
    const { scene } = sceneOf(usualCall());
    expect(texts(scene)).toContain('Connected 12:22');
    expect(texts(scene)).toContain('Hold 1:12');
    expect(texts(scene)).toContain('ACW 1:10');
  });

  it('writes nothing over the hatching of an overrun', () => {
    const acw = (overrunFrom: string) =>
      timeline([
        lane('a', 'A', {
          tracks: [track('t', [seg('acw', '0:00', '10:00', { overrunFrom: at(overrunFrom) })])],
        }),
      ]);
    expect(texts(sceneOf(acw('0:10')).scene)).toEqual([]);
    expect(texts(sceneOf(acw('0:45')).scene)).toEqual(['ACW']);
    expect(texts(sceneOf(acw('5:00')).scene)).toEqual(['After-call work 10:00']);
  });

  it('says a word again on every screen of a bar that is longer', () => {
    const shown = { start: at('4:00'), end: at('4:30') };
    const { scene } = sceneOf(usualCall(), { shown });
    for (const { x } of scene.labels) expect(x).toBeGreaterThanOrEqual(0);
    const maya = scene.labels.filter(({ text }) => text === 'Connected 12:22');
    expect(maya.length).toBeGreaterThanOrEqual(1);
  });

  it('marks overrun, unanswered, limits, milestones and the end of the data', () => {
    const call = sceneOf(usualCall()).scene;
    expect(call.overruns.map(({ laneId }) => laneId)).toEqual(['priya']);
    expect(call.limits.map(({ kind }) => kind).toSorted()).toEqual(['acw', 'acw', 'alerting']);
    expect(call.milestones.filter(({ tone }) => tone === 'error')).toMatchObject([
      { kind: 'end', laneId: 'priya' },
    ]);
    expect(call.now).toBeUndefined();
    const kinds = sceneOf(everyKind()).scene;
    expect(kinds.unanswered).toHaveLength(1);
    expect(kinds.now).toBeGreaterThan(0);
  });

  it('says a role only where all of its word lies on what is seen of the ribbon', () => {
    for (let span = 60_000; span < 300_000; span += 1000) {
      const shown = { start: at('8:36') - span * 0.02, end: at('8:36') + span * 0.98 };
      const { scene, window } = sceneOf(usualCall(), { shown });
      for (const { left, right, pill } of scene.ribbons) {
        if (!pill) continue;
        expect(pill.left).toBeGreaterThan(Math.max(left, 0));
        expect(pill.left + pill.width).toBeLessThan(Math.min(right, window.width));
      }
    }
  });

  it('fades inferred ends, and only those', () => {
    const { scene } = sceneOf(everyKind());
    for (const bar of scene.bars) expect(bar.sure !== undefined).toBe(bar.certainty === 'inferred');
  });

  it.each([
    ['at its start', '0:00', '20:00', 'behind'],
    ['at its end', '40:00', '60:00', 'before'],
    ['nearer to its start', '10:00', '20:00', 'behind'],
    ['nearer to its end', '40:00', '50:00', 'before'],
  ])('writes words of a bar that another covers %s where they can be read', (_, from, to, where) => {
    const segments = [seg('connected', '0:00', '60:00'), seg('acw', from, to)];
    const { labels } = sceneOf(timeline([lane('a', 'A', { tracks: [track('t', segments)] })])).scene;
    const [connected, acw] = labels.map(({ x, text, size }) => ({ x, end: x + textWidth(text, size), text }));
    expect(connected?.text).toMatch(/^Connected/);
    expect(acw?.text).toMatch(/^(ACW|After-call work)/);
    const [first, second] = where === 'behind' ? [acw, connected] : [connected, acw];
    expect(first?.end).toBeLessThan(second?.x ?? 0);
  });

  it('writes words across a mark that is narrower than a letter', () => {
    const tracks = [track('t', [seg('connected', '0:00', '60:00'), seg('hold', '29:50', '30:00')])];
    const { labels, bars } = sceneOf(timeline([lane('a', 'A', { tracks })])).scene;
    expect(bars.map(({ type }) => type)).toEqual(['connected', 'hold']);
    const whole = sceneOf(
      timeline([lane('a', 'A', { tracks: [track('t', [seg('connected', '0:00', '60:00')])] })]),
    );
    expect(labels).toEqual(whole.scene.labels);
  });

  it('writes no words of a bar that is covered all but for slivers', () => {
    const covers = [
      ['0:00', '19:00'],
      ['20:00', '39:00'],
      ['40:00', '60:00'],
    ] as const;
    const acw = covers.map(([from, to]) => seg('acw', from, to));
    const tracks = [track('t', [seg('connected', '0:00', '60:00'), ...acw])];
    const { labels } = sceneOf(timeline([lane('a', 'A', { tracks })])).scene;
    expect(labels.map(({ type }) => type)).toEqual(['acw', 'acw', 'acw']);
  });

  it('draws nothing far beyond the window, however near one comes', () => {
    for (const clock of ['1:30', '6:00', '10:05', '13:00']) {
      const { scene, window } = sceneOf(usualCall(), { shown: { start: at(clock), end: at(clock) + 1000 } });
      const paths = [...scene.bars, ...scene.overruns].map(({ path }) => path);
      paths.push(...scene.limits.flatMap(({ path, leader }) => [path, leader]));
      paths.push(...scene.links.map(({ stretch }) => stretch?.path ?? ''));
      const across = paths.flatMap((path) =>
        [...path.matchAll(/[MHh](-?[\d.]+)/g)].map(([, x]) => Number(x)),
      );
      for (const x of across) expect(Math.abs(x)).toBeLessThan(window.width + 100);
    }
  });

  it('leads each limit from the last such stretch before it, on its own track', () => {
    const rung = (id: string, from: string, to: string) => track(id, [seg('alerting', from, to)]);
    const twice = timeline([
      lane('a', 'A', {
        tracks: [
          track('t', [seg('alerting', '0:00', '0:10'), seg('alerting', '5:00', '5:40')]),
          rung('u', '5:20', '6:00'),
        ],
        limits: [{ ...limit('alerting', '5:30'), trackId: 't' }],
      }),
    ]);
    const { scene } = sceneOf(twice);
    const from = Number(/^M(\S+)/.exec(scene.limits[0]?.leader ?? '')?.[1]);
    expect(from).toBeCloseTo(toPixel(scene.window, at('5:00')), 0);
  });

  it('gives each co-browse session its own mark', () => {
    const { scene } = sceneOf(everyKind());
    expect(scene.ribbons.map(({ session, role }) => [session, role])).toEqual([
      [0, 'viewer'],
      [1, 'sharer'],
      [2, 'pilot'],
    ]);
    expect(scene.ribbons[1]?.pill?.text).toBe('SHARER 2');
  });

  it('leaves out what is switched off, and makes rows lower for it', () => {
    const on = sceneOf(usualCall());
    const overlays = {
      roles: false,
      control: false,
      consult: false,
      monitor: false,
      barge: false,
      limits: false,
    };
    const off = sceneOf(usualCall(), { overlays });
    expect(off.scene.ribbons).toEqual([]);
    expect(off.scene.limits).toEqual([]);
    expect(off.scene.links.map(({ kind }) => kind)).toEqual(['transfer']);
    expect(off.rows.height).toBeLessThan(on.rows.height);
    expect(off.rows.list.every(({ ribbon }) => ribbon === undefined)).toBe(true);
  });

  it('leaves as much above what a row holds as below it', () => {
    for (const row of sceneOf(everyKind()).rows.list)
      expect(bottomOf(row) - row.y).toBeCloseTo(row.y + row.height - topOf(row), -0.5);
  });

  it('reduces a folded lane to a line', () => {
    const { scene, rows } = sceneOf(usualCall(), { folded: ['jonas'] });
    expect(rows.list[3]).toMatchObject({ height: 28, folded: true });
    expect(scene.labels.some(({ y }) => y > (rows.list[3]?.y ?? 0) && y < (rows.list[4]?.y ?? 0))).toBe(
      false,
    );
  });

  it('lays out only visible rows', () => {
    const { scene, rows } = sceneOf(conference(1000, 3));
    expect(rows.list).toHaveLength(1000);
    expect(scene.rows.length).toBeLessThan(50);
    expect(scene.bars.every(({ laneId }) => scene.rows.some((row) => row.laneId === laneId))).toBe(true);
  });

  it('keeps every type of a crowded lane in sight', () => {
    const { scene } = sceneOf(dense(20_000));
    const tops = scene.bars.map(({ path }) => Number(/^M\S+ (\S+?)[HhVvLlaZ]/.exec(path)?.[1]));
    expect(new Set(tops).size).toBe(4);
    for (const bar of scene.bars) expect(bar.path.length).toBeLessThan(60_000);
  });
});

describe('links', () => {
  it('keeps ten crossing lines and all words apart', () => {
    const { scene } = sceneOf(crossing());
    const pills = scene.links.flatMap(({ pill }) => (pill ? [pill] : []));
    expect(pills.length).toBeGreaterThanOrEqual(9);
    for (const [index, one] of pills.entries()) {
      for (const other of pills.slice(index + 1)) {
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top ||
          other.top + other.height <= one.top;
        expect(apart).toBe(true);
      }
    }
  });

  it.each([240, 270, 300, 600, 1000])('cuts no word off where all fits, at %i px', (width) => {
    let seen = 0;
    for (let second = 4; second < 200; second += 4) {
      const lanes = ['a', 'b', 'c'].map((id) =>
        lane(id, id, { tracks: [track(id, [seg('connected', '0:00', '15:00')])] }),
      );
      const links = ['b', 'c'].map((from, place) =>
        link('monitor', from, 'a', [`0:${second + place * 4}`, '14:00']),
      );
      const { scene, window, range } = sceneOf(timeline(lanes, { links }), { width });
      const pan = panOf(window, range);
      for (const { pill } of scene.links) {
        if (!pill) continue;
        seen++;
        expect(pill.left + pan).toBeGreaterThanOrEqual(0);
        expect(pill.left + pill.width + pan).toBeLessThanOrEqual(width);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('puts words where no bar is', () => {
    const { scene, rows } = sceneOf(usualCall());
    const pills = scene.links.flatMap(({ pill }) => pill ?? []);
    expect(pills.length).toBeGreaterThan(1);
    for (const pill of pills) {
      for (const { tracks } of rows.list) {
        for (const { y, height } of tracks) {
          expect(pill.top + pill.height <= y || pill.top >= y + height).toBe(true);
        }
      }
    }
  });

  it('runs from the edge of one row to the edge of the other, over neither', () => {
    const { scene, rows, columns } = sceneOf(usualCall());
    const whole = scene.links.filter(({ stub, x }) => !stub && x !== undefined);
    expect(whole.length).toBeGreaterThan(2);
    for (const { index, from, to } of whole) {
      const link = columns.timeline.links[index];
      const ends = [link?.from, link?.to].map((end) =>
        end && 'laneId' in end ? rows.of.get(end.laneId) : undefined,
      );
      const [upper, lower] = ends.toSorted((one, other) => (one?.y ?? 0) - (other?.y ?? 0));
      const bars = upper?.tracks.at(-1);
      const edges = [(bars?.y ?? 0) + (bars?.height ?? 0), ...(upper?.strips.values() ?? [])];
      expect(Math.min(from, to)).toBeGreaterThanOrEqual(Math.max(...edges));
      expect(Math.max(from, to)).toBeLessThanOrEqual(lower?.tracks[0]?.y ?? 0);
      // The line begins at the row that it comes from.
      expect(to > from).toBe(ends[0] === upper);
    }
  });

  it('are left out where nothing of them is in sight', () => {
    const shown = { start: at('0:05'), end: at('0:10') };
    expect(sceneOf(usualCall(), { shown }).scene.links).toEqual([]);
  });

  it('have no line to a row that is hidden, but what lasts of them on their own', () => {
    const { scene, columns } = sceneOf(usualCall(), { hidden: ['maya'] });
    const toMaya = scene.links.filter(({ index }) => {
      const to = columns.timeline.links[index]?.to;
      return to && 'laneId' in to && to.laneId === 'maya';
    });
    expect(toMaya.map(({ kind, laneId }) => [kind, laneId])).toEqual([
      ['controlling', 'jonas'],
      ['controlling', 'priya'],
    ]);
    for (const wire of toMaya) {
      expect(wire.stretch).toBeDefined();
      for (const part of ['x', 'line', 'arrow', 'stub', 'pill']) expect(wire).not.toHaveProperty(part);
    }
  });

  it('draws a stub for an end that is not in the data, and for a tie to oneself', () => {
    const barge = sceneOf(usualCall()).scene.links.find(({ kind }) => kind === 'barge');
    expect(barge).toMatchObject({ stub: 'unresolved' });
    expect(barge).not.toHaveProperty('arrow');
    expect(sceneOf(crossing()).scene.links.filter(({ stub }) => stub === 'self').length).toBeGreaterThan(0);
  });

  it('draws heads on directed links and dots on others', () => {
    const { scene } = sceneOf(usualCall());
    expect(scene.links.find(({ kind }) => kind === 'controlling')?.arrow).toContain('h7Z');
    expect(scene.links.find(({ kind }) => kind === 'consult')?.arrow).not.toContain('h7Z');
  });

  it('keeps the stretch in sight when the line is out of the window', () => {
    const { scene } = sceneOf(usualCall(), { shown: { start: at('7:30'), end: at('7:40') } });
    const control = scene.links.find(({ kind, laneId }) => kind === 'controlling' && laneId === 'jonas');
    expect(control?.x).toBeUndefined();
    expect(control?.stretch).toBeDefined();
  });
});

describe('windowOf', () => {
  it('stays the same while panning inside it, and always covers the screen', () => {
    const first = rangeOf(START, 60_000);
    const seen = new Set<number>();
    for (let by = 0; by < 60_000; by += 500) {
      const range = rangeOf(first.start + by, 60_000);
      const window = windowOf(range, WIDTH);
      seen.add(window.start);
      expect(window.start).toBeLessThanOrEqual(range.start);
      expect(window.end).toBeGreaterThanOrEqual(range.end);
      expect(toPixel(window, range.start) + panOf(window, range)).toBeCloseTo(0, 6);
    }
    expect(seen.size).toBeLessThanOrEqual(4);
  });
});

describe('hitTest', () => {
  const { columns, rows, scene } = sceneOf(usualCall());
  const hit = hitTest(columns, rows, scene);
  const y = (row: number) => (rows.list[row]?.tracks[0]?.y ?? 0) + 5;

  it('finds every segment in its middle', () => {
    for (const [row, { lane, tracks }] of columns.lanes.entries()) {
      for (const segment of tracks[0]?.track.segments ?? []) {
        const x = toPixel(scene.window, (segment.start + segment.end) / 2);
        expect(hit({ x, y: y(row) })).toMatchObject({ kind: 'segment', lane, segment });
      }
    }
  });

  it('finds limits only where their overlay draws them', () => {
    const [x, top] = [toPixel(scene.window, at('10:40')), y(3) - 10];
    expect(hit({ x, y: top })).toMatchObject({ kind: 'limit' });
    const off = sceneOf(usualCall(), { overlays: { limits: false } });
    expect(hitTest(off.columns, off.rows, off.scene)({ x, y: top })).toBeUndefined();
  });

  it('forgives some pixels, not more', () => {
    const x = toPixel(scene.window, at('1:24'));
    expect(hit({ x: x - 3, y: y(3) })).toMatchObject({ segment: { type: 'alerting' } });
    expect(hit({ x: x - 15, y: y(3) })).toBeUndefined();
    expect(hit({ x, y: 99_999 })).toBeUndefined();
  });

  it('finds limits, which stand over the bars, and small bars from half a finger away', () => {
    expect(hit({ x: toPixel(scene.window, at('1:54')), y: y(3) - 14 })).toMatchObject({
      kind: 'limit',
      limit: { kind: 'alerting' },
    });
    const before = toPixel(scene.window, at('1:24')) - 11;
    expect(hit({ x: before, y: y(3) })).toMatchObject({ segment: { type: 'alerting' } });
  });

  it('finds ribbons, links and glyphs', () => {
    const ribbon = (rows.list[0]?.ribbon ?? 0) + 4;
    expect(hit({ x: toPixel(scene.window, at('5:00')), y: ribbon })).toMatchObject({ kind: 'role' });
    const wire = scene.links.find(({ pill }) => pill);
    expect(hit({ x: (wire?.pill?.left ?? 0) + 4, y: (wire?.pill?.top ?? 0) + 4 })).toMatchObject({
      kind: 'link',
    });
    expect(hit({ x: toPixel(scene.window, at('9:50')), y: y(3) - 10 })).toMatchObject({ kind: 'milestone' });
  });

  it('finds what lasts of a link, on the ribbon and below it, and there roles by their words', () => {
    for (const link of columns.timeline.links) {
      const { kind, start, end, from } = link;
      if (start === end || kind === 'peer') continue; // an instant, and one that is switched off
      const row = rows.of.get(from.laneId);
      const y = kind === 'controlling' ? (row?.ribbon ?? 0) + 4 : row?.strips.get(kind);
      const x = toPixel(scene.window, start + (end - start) * 0.9);
      expect(hit({ x, y: y ?? 0 })).toMatchObject({ kind: 'link', link });
    }
    const word = scene.ribbons.find(({ laneId, pill }) => laneId === 'jonas' && pill)?.pill;
    const middle = { x: (word?.left ?? 0) + (word?.width ?? 0) / 2, y: (word?.top ?? 0) + 7 };
    expect(hit(middle)).toMatchObject({ kind: 'role', lane: { id: 'jonas' } });
  });

  it('finds no role where only control keeps the ribbon', () => {
    const off = sceneOf(usualCall(), { overlays: { roles: false } });
    const { ribbon = 0 } = off.rows.of.get('jonas') ?? {};
    const found = (clock: string) =>
      hitTest(off.columns, off.rows, off.scene)({ x: toPixel(off.scene.window, at(clock)), y: ribbon + 4 });
    expect(found('7:00')).toMatchObject({ kind: 'link' });
    expect(found('5:00')).toBeUndefined();
  });

  it('prefers, of tracks that share a line, the one under the pointer to one that is near', () => {
    const call = timeline([
      lane('a', 'A', {
        tracks: [
          track('t', [seg('connected', '0:00', '5:00')]),
          track('u', [seg('acw', '5:00', '10:00')], 'chat'),
        ],
      }),
    ]);
    const folded = sceneOf(call, { folded: ['a'] });
    const found = hitTest(folded.columns, folded.rows, folded.scene);
    const x = toPixel(folded.scene.window, at('5:00'));
    const y = (folded.rows.list[0]?.tracks[0]?.y ?? 0) + 4;
    expect(found({ x: x - 2, y })).toMatchObject({ segment: { type: 'connected' } });
    expect(found({ x: x + 2, y })).toMatchObject({ segment: { type: 'acw' } });
  });

  it('finds what is too short to be seen where it is drawn, on others', () => {
    const call = timeline([
      lane('a', 'A', {
        tracks: [
          track('t', [
            seg('connected', '0:00', '5:00'),
            seg('hold', '5:00', '5:00'),
            seg('connected', '5:00', '9:00'),
          ]),
        ],
      }),
    ]);
    const short = sceneOf(call);
    const found = hitTest(short.columns, short.rows, short.scene);
    const x = toPixel(short.scene.window, at('5:00'));
    expect(found({ x: x + 1, y: y(0) })).toMatchObject({ segment: { type: 'hold' } });
    expect(found({ x: x + 3, y: y(0) })).toMatchObject({ index: 2 });
  });

  it('is found where markBox says', () => {
    for (const id of ['jonas/jonas-call/2', 'maya/~role/0', 'jonas/~milestone/3', 'jonas/~controlling/0']) {
      const mark = findMark(usualCall(), id);
      const box = mark && markBox(mark, { columns, rows, scale: scene.window, width: scene.window.width });
      expect(box).toBeDefined();
      if (!box) continue;
      expect(hit({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 })?.id).toBe(id);
    }
  });
});

describe('rows that stay in sight', () => {
  const stuck = (pinned: string[], people = 30) =>
    sceneOf(conference(people, 1), { pinned }).rows.stuck.count;
  const ids = (from: number, to: number) =>
    conference(30, 1)
      .lanes.slice(from, to)
      .map(({ id }) => id);

  it('are those that are pinned, as far as they leave room for others', () => {
    expect(stuck([])).toBe(0);
    expect(stuck(ids(4, 7))).toBe(3);
    expect(stuck(ids(0, 5))).toBe(5);
    expect(stuck(ids(0, 6))).toBe(0);
    expect(stuck(ids(0, 2), 2)).toBe(0);
  });

  it('have room for the words on their border, which covers nothing of the row below', () => {
    const { list, stuck } = sceneOf(conference(30, 1), { pinned: ids(0, 2) }).rows;
    expect(stuck.height).toBe((list[1]?.y ?? 0) + (list[1]?.height ?? 0));
    expect(list[2]?.y).toBe(stuck.height + FOOT);
    expect(list[3]?.y).toBe((list[2]?.y ?? 0) + (list[2]?.height ?? 0));
  });

  it('are all legs of a row that is pinned', () => {
    const legs = timeline(
      ['a', 'b', 'c', 'd'].map((id, n) =>
        lane(id, id, {
          ...(n % 2 === 0 && { userId: 'jonas' }),
          tracks: [track(`${id}-call`, [seg('connected', '0:00', '9:00')])],
        }),
      ),
    );
    const { list, stuck } = sceneOf(legs, { pinned: ['a'], joined: ['jonas'] }).rows;
    expect(list.slice(0, stuck.count).map(({ laneId }) => laneId)).toEqual(['a', 'c']);
    expect(stuck.height).toBe(list[1]?.height);
  });

  it('stands joined legs one below the other where they overlap, and side by side where not', () => {
    const leg = (id: string, ...spans: [from: string, to: string][]) =>
      lane(id, id, {
        userId: 'jonas',
        tracks: spans.map(([from, to], place) => track(`${id}-${place}`, [seg('connected', from, to)])),
      });
    const legs = timeline([
      leg('a', ['0:00', '6:00']),
      leg('b', ['5:00', '9:00'], ['5:00', '7:00']),
      leg('c', ['6:00', '8:00']),
      leg('d', ['8:59', '9:30']),
      leg('e', ['10:00', '11:00']),
    ]);
    const bands = (timeline: Timeline) => {
      const { list } = sceneOf(timeline, { joined: ['jonas'] }).rows;
      expect(new Set(list.map(({ y }) => y)).size).toBe(1);
      const all = list[0]?.tracks.map(({ y }) => y) ?? [];
      return list.map(({ tracks }, place) => {
        const own = tracks.slice(0, timeline.lanes[place]?.tracks.length);
        return own.map(({ y }) => all.indexOf(y));
      });
    };
    expect(bands(legs)).toEqual([[0], [1, 2], [0], [0], [0]]);
    // By another clock: what follows, follows.
    const [first, second] = [leg('a', ['0:00', '6:00']), leg('b', ['6:00', '9:00'])];
    const early = second.tracks.map((each) => ({
      ...each,
      segments: each.segments.map((one) => ({ ...one, start: one.start - 500 })),
    }));
    expect(bands(timeline([first, { ...second, tracks: early }]))).toEqual([[0], [0]]);
    expect(bands(timeline([second, first]))).toEqual([[0], [0]]);
  });
});

describe('overviewOf', () => {
  it('holds everything in one path per type', () => {
    const columns = columnsOf(conference(1000, 5));
    const { fit } = boundsOf(columns.timeline);
    const paths = overviewOf(columns, scaleOf(fit, 800), { end: fit.end, height: 18 });
    expect(paths.map(({ type }) => type)).toEqual(['connected', 'alerting', 'hold']);
    expect(paths.every(({ path }) => path.length < 200_000)).toBe(true);
  });
});
