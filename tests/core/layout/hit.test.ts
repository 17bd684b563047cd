import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitTest } from '../../../src/core/layout/hit';
import { STRIP_WIDTH } from '../../../src/core/layout/links';
import { bandOf } from '../../../src/core/layout/rows';
import type { Pill } from '../../../src/core/layout/scene';
import type { Segment } from '../../../src/core/model/timeline';
import { toPixel } from '../../../src/core/view/scale';
import { viewFrom } from '../../../src/core/view/view-from';
import { drawn, ranges, timelines, views, WIDTH } from './any-timeline';

type Point = { x: number; y: number };
const isBetween = (value: number, from: number, to: number) => value >= from && value <= to;
const isOn = (pill: Pill | undefined, { x, y }: Point) =>
  pill !== undefined &&
  isBetween(x, pill.left, pill.left + pill.width) &&
  isBetween(y, pill.top, pill.top + pill.height);

test('a pointer finds what is drawn there: bars, then links, ribbons and glyphs, then bars that are near', () => {
  const found = new Map<string, number>();
  const aims = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: -14, max: 14 }), fc.integer({ min: -14, max: 14 })),
    {
      minLength: 12,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(timelines, ranges, views, aims, (timeline, range, view, all) => {
      const { columns, rows, window, scene } = drawn(timeline, range, view);
      const hit = hitTest(columns, rows, scene);

      // A mark of no length is drawn two pixels wide, which the reach to it may leave out.
      const bars = (point: Point, slack: number, least: number) =>
        rows.list.flatMap((row) =>
          (timeline.lanes[row.index]?.tracks ?? []).flatMap(({ segments }, place) => {
            const { y = -99, height = 0 } = row.tracks[place] ?? {};
            if (!isBetween(point.y, y - 2, y + height + 2)) return [];
            return segments.filter(({ start, end }) => {
              const left = toPixel(window, start);
              return isBetween(
                point.x,
                left - slack - 1e-6,
                Math.max(toPixel(window, end), left + least) + slack + 1e-6,
              );
            });
          }),
        );
      const tiers = (point: Point, least: number) => {
        const { x, y } = point;
        const here = rows.list.filter((row) => y < row.y + row.height && y + 1 > row.y);
        const onRole = scene.ribbons.some(({ pill }) => isOn(pill, point));
        const glyphs = here.flatMap((row) => {
          const { lane } = columns.lanes[row.index] ?? {};
          if (!lane) return [];
          const marks = [
            ...(scene.milestones.some(({ laneId }) => laneId === lane.id) ? lane.milestones : []),
            ...(scene.limits.some(({ laneId }) => laneId === lane.id) ? lane.limits : []),
          ];
          const band = bandOf(row, lane, undefined);
          const isBare = lane.tracks.every(({ segments }) => segments.length === 0);
          return marks.filter(
            ({ at }) =>
              Math.abs(toPixel(window, at) - x) <= 12 &&
              isBetween(y, band.y - 10, band.y + (isBare ? band.height : 0)),
          );
        });
        return [
          ['segment', bars(point, 4, least)],
          [
            'link',
            scene.links.filter(
              (wire) =>
                isOn(wire.pill, point) ||
                (wire.x !== undefined &&
                  Math.abs(wire.x - x) <= 4 &&
                  isBetween(y, Math.min(wire.from, wire.to), Math.max(wire.from, wire.to))),
            ),
          ],
          [
            'link',
            scene.links.filter(
              ({ stretch }) =>
                !onRole &&
                stretch &&
                isBetween(x, stretch.left, stretch.right) &&
                Math.abs(stretch.y - y) <= (stretch.width + STRIP_WIDTH) / 2,
            ),
          ],
          [
            'role',
            scene.ribbons.filter(
              (one) =>
                here.some(({ laneId }) => laneId === one.laneId) &&
                isBetween(x, one.left, one.right) &&
                isBetween(y, one.y - 3, one.y + one.height + 3),
            ),
          ],
          ['glyph', glyphs],
          ['segment', bars(point, 12, least)],
        ] as const;
      };

      const targets: Point[] = [
        ...scene.links.flatMap(({ x, from, to }) =>
          x === undefined
            ? []
            : [
                { x, y: from },
                { x, y: to },
                { x, y: (from + to) / 2 },
              ],
        ),
        ...scene.links.flatMap(({ stretch }) =>
          stretch
            ? [
                { x: stretch.left, y: stretch.y },
                { x: stretch.right, y: stretch.y },
              ]
            : [],
        ),
        ...scene.ribbons.flatMap(({ left, right, y, height }) => [
          { x: left, y },
          { x: right, y: y + height },
        ]),
        ...rows.list.flatMap((row) =>
          [
            ...(timeline.lanes[row.index]?.milestones ?? []),
            ...(timeline.lanes[row.index]?.limits ?? []),
          ].map(({ at }) => ({
            x: toPixel(window, at),
            y: (row.tracks[0]?.y ?? row.y) - 5,
          })),
        ),
        { x: WIDTH / 2, y: rows.height / 2 },
      ];
      for (const [which, right, down] of all) {
        const { x, y } = targets[which % targets.length] as Point;
        const point = { x: x + right / 2, y: y + down / 2 };
        const expected = [2, 0].map(
          (least) => tiers(point, least).find(([, marks]) => marks.length > 0)?.[0],
        );
        const mark = hit(point);
        const kind = mark?.kind === 'milestone' || mark?.kind === 'limit' ? 'glyph' : mark?.kind;
        found.set(kind ?? 'none', (found.get(kind ?? 'none') ?? 0) + 1);
        expect(expected).toContain(kind);
      }
    }),
    { numRuns: 300 },
  );
  // Each is aimed at, and found, often enough to be told apart.
  for (const kind of ['segment', 'link', 'role', 'glyph', 'none'])
    expect(found.get(kind) ?? 0).toBeGreaterThan(2);
});

test('of glyphs the nearest is found, and one that merely ends a bar only where it is much nearer', () => {
  const evidence = { pointers: [], rule: 'r' };
  const milestones = (['flagged', 'wrapup', 'end'] as const).map((kind, n) => ({
    kind,
    at: 100 + 10 * n,
    evidence,
  }));
  const bar: Segment = { type: 'connected', start: 0, end: 120, certainty: 'recorded', evidence };
  const tracks = [{ id: 't', media: 'call', segments: [bar] }];
  const of = { id: 'l', participant: { pointer: '' }, label: 'A', purpose: 'agent', roles: [], limits: [] };
  const lanes = [{ ...of, tracks, milestones }];
  const timeline = { id: 'c', start: 0, end: WIDTH, live: false, lanes, links: [], problems: [] };
  const { columns, rows, scene } = drawn(timeline, { start: 0, end: WIDTH }, viewFrom({}));
  const hit = hitTest(columns, rows, scene);
  const y = (rows.list[0]?.tracks[0]?.y ?? 0) - 5;
  const found = [96, 104, 106, 114, 116, 118, 131, 133].map((x) => {
    const mark = hit({ x, y });
    return mark?.kind === 'milestone' ? mark.milestone.kind : mark?.kind;
  });
  expect(found).toEqual(['flagged', 'flagged', 'wrapup', 'wrapup', 'wrapup', 'end', undefined, undefined]);
});
