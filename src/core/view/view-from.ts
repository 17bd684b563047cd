import { type SegmentLook, TYPE_ORDER } from '../model/look';
import type { Duration } from '../model/time';
import type { Range } from './range';
import { type Move, type Overlays, OVERLAYS, type View, type ViewInit } from './view';

/** More of a kind than any timeline has use for. */
const MOST = 100_000;

type Fields = { readonly [name: string]: unknown };
type Sound = Omit<View, 'overlays'> & { overlays: Partial<Overlays> };

/** Anything has fields to be asked for; of what is no object, none that is meant here. */
const fieldsOf: (value: unknown) => Fields = Object;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const isNumber = Number.isFinite as (value: unknown) => value is number;

function isLook(value: unknown): value is SegmentLook {
  return (TYPE_ORDER as readonly unknown[]).includes(value);
}

function listOf<T>(isOne: (item: unknown) => item is T): (value: unknown) => T[] {
  return (value) => (Array.isArray(value) ? value.slice(0, MOST).filter(isOne) : []);
}

const texts = listOf(isText);
const moves = listOf((item): item is Move => isText(fieldsOf(item)['laneId']));

function rangeOver(least: Duration): (value: unknown) => Range | undefined {
  return (value) => {
    const { start, end } = fieldsOf(value);
    const sound = isNumber(start) && isNumber(end) && isNumber(end - start) && end - start >= least;
    return sound ? { start, end } : undefined;
  };
}

function overlaysOf(value: unknown): Partial<Overlays> {
  const fields = fieldsOf(value);
  const said = OVERLAYS.filter((name) => typeof fields[name] === 'boolean');
  return Object.fromEntries(said.map((name) => [name, fields[name]]));
}

const readers: { readonly [name in keyof Sound]-?: (value: unknown) => Sound[name] } = {
  // A point in time may be marked; as what is on the screen it would show nothing.
  range: rangeOver(1),
  measured: rangeOver(0),
  selected: (value) => (isText(value) ? value : undefined),
  overlays: overlaysOf,
  clock: (value) => (value === 'elapsed' ? value : 'time'),
  highlighted: listOf(isLook),
  idle: (value) => (value === 'folded' ? value : 'shown'),
  opened: listOf(isNumber),
  folded: texts,
  hidden: texts,
  pinned: texts,
  moved: (value) =>
    moves(value).map(({ laneId, before }) => (isText(before) ? { laneId, before } : { laneId })),
  joined: texts,
  grouped: (value) => value === true,
  filter: (value) => (isText(value) ? value : ''),
};

/** A view that came from elsewhere: what it says in the right form is taken, everything else left out. */
export function readView(value: unknown): Sound {
  const fields = fieldsOf(value);
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]) => [name, read(fields[name])]),
  ) as unknown as Sound; // there is a reader for each
}

/** Peers start switched off: every leg has some, and they say little. */
const DEFAULT_OVERLAYS = Object.fromEntries(OVERLAYS.map((name) => [name, name !== 'peers'])) as Overlays;

/** All of a view, of overlays that it does not name `overlays`; nothing of it is shared with what was given. */
export function viewFrom(init?: ViewInit, overlays?: Partial<Overlays>): View {
  const view = readView(init);
  return { ...view, overlays: { ...DEFAULT_OVERLAYS, ...overlaysOf(overlays), ...view.overlays } };
}
