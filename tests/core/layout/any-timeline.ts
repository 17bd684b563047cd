import * as fc from 'fast-check';
import { columnsOf } from '../../../src/core/layout/columns';
import { layoutScene } from '../../../src/core/layout/layout';
import { rowsOf } from '../../../src/core/layout/rows';
import type { Certainty, Lane, Link, Segment, SegmentType, Timeline } from '../../../src/core/model/timeline';
import { scaleOf } from '../../../src/core/view/scale';
import { elapsedClock } from '../../../src/core/view/ticks';
import { OVERLAYS, type View } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';

/** Timelines of up to four lanes, with all that rows have to hold, and ways to look at them. */
const SPAN = 100_000;
const TYPES: SegmentType[] = ['alerting', 'connected', 'hold', 'acw', 'parked'];
const CERTAINTIES: Certainty[] = ['recorded', 'running', 'inferred'];
const evidence = { pointers: [], rule: 'arbitrary' };

const segment: fc.Arbitrary<Segment> = fc
  .record({
    start: fc.nat(SPAN),
    length: fc.oneof(fc.nat(300), fc.nat(30_000)),
    type: fc.constantFrom(...TYPES),
    certainty: fc.constantFrom(...CERTAINTIES),
  })
  .map(({ start, length, ...rest }) => ({ ...rest, start, end: Math.min(SPAN, start + length), evidence }));

const segments = fc
  .array(segment, { maxLength: 20 })
  .map((list) => list.toSorted((one, other) => one.start - other.start));

/** Of a role or a link; one in three is an instant. */
const stretch = fc
  .tuple(fc.nat(SPAN), fc.constantFrom(0, 200, 20_000))
  .map(([start, length]) => ({ start, end: start + length, certainty: 'recorded' as const, evidence }));

const milestones = fc
  .array(fc.nat(SPAN), { maxLength: 4 })
  .map((all) => all.map((at) => ({ kind: 'flagged' as const, at, evidence })));

const lane: fc.Arbitrary<Omit<Lane, 'id'>> = fc.record({
  participant: fc.constant({ pointer: '' }),
  label: fc.constant('Somebody'),
  purpose: fc.constant('agent'),
  userId: fc.constantFrom('mia', 'noa'),
  tracks: fc
    .array(segments, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((list, n) => ({ id: `t${n}`, media: 'call', segments: list }))),
  milestones,
  roles: fc.array(
    stretch.chain((at) =>
      fc
        .record({ role: fc.constant('viewer'), sessionId: fc.constantFrom(undefined, 'b', 'a') })
        .map((role) => ({
          ...role,
          ...at,
        })),
    ),
    { maxLength: 2 },
  ),
  limits: fc
    .array(fc.nat(SPAN), { maxLength: 1 })
    .map((all) => all.map((at) => ({ kind: 'acw' as const, at, evidence }))),
});

const links: fc.Arbitrary<Link[]> = fc.array(
  fc
    .tuple(
      stretch,
      fc.constantFrom<Link['kind']>('controlling', 'consult', 'monitor', 'transfer'),
      fc.nat(3),
      fc.nat(4),
    )
    .map(([at, kind, from, to]) => ({
      ...at,
      kind,
      directed: kind !== 'consult',
      from: { laneId: `l${from}` },
      to: to > 3 ? { unresolved: 'x' } : { laneId: `l${to}` },
    })),
  { maxLength: 4 },
);

export const timelines: fc.Arbitrary<Timeline> = fc
  .tuple(fc.array(lane, { minLength: 1, maxLength: 4 }), links)
  .map(([made, ties]) => {
    const lanes = made.map((one, n) => ({ ...one, id: `l${n}` }));
    const isThere = (end: Link['to']) => !('laneId' in end) || lanes.some(({ id }) => id === end.laneId);
    const known = ties.filter(({ from, to }) => isThere(from) && isThere(to));
    return { id: 'c', start: 0, end: SPAN, live: false, lanes, links: known, problems: [] };
  });

export const ranges = fc
  .tuple(fc.nat(SPAN), fc.integer({ min: 20, max: SPAN }))
  .map(([start, length]) => ({ start, end: start + length }));

const ids = fc.subarray(['l0', 'l1', 'l2', 'l3']);
export const views = fc
  .record({
    folded: ids,
    pinned: ids,
    joined: fc.subarray(['mia', 'noa']),
    grouped: fc.boolean(),
    overlays: fc
      .subarray([...OVERLAYS])
      .map((on) => Object.fromEntries(OVERLAYS.map((name) => [name, on.includes(name)]))),
  })
  .map(viewFrom);
export const styles = fc.record({ compact: fc.boolean(), head: fc.constantFrom(0, 22) });

/** Pixels of the bars' part. */
export const WIDTH = 500;

const words = { segment: ({ type }: Segment) => [type], role: (role: string) => role, link: () => 'tie' };

/** All rows of a timeline, and what is drawn in a range of it. */
export function drawn(timeline: Timeline, range: { start: number; end: number }, view: View) {
  const columns = columnsOf(timeline);
  const rows = rowsOf(columns, view, { compact: false, head: 0 });
  const window = { ...scaleOf(range, WIDTH), end: range.end, width: WIDTH };
  const visible = { from: 0, to: rows.list.length };
  const { overlays } = view;
  const clock = elapsedClock(0);
  const scene = layoutScene({ columns, rows, visible, window, overlays, words, clock, step: 60_000 });
  return { columns, rows, window, scene };
}
