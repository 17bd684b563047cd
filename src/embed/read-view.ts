import type { Instant } from '../core/model/time';
import type { Range } from '../core/view/range';
import { OVERLAYS, type Move, type Overlays, type View, type ViewInit } from '../core/view/view';
import type { SegmentLook } from '../core/model/look';
import { SEGMENT_SHADES } from '../ui/palette';

/** More of a kind than any timeline has use for. */
const MOST = 10_000;

type Fields = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listed<T>(value: unknown, isOne: (item: unknown) => item is T): T[] {
  return Array.isArray(value) ? value.slice(0, MOST).filter(isOne) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isInstant(value: unknown): value is Instant {
  return Number.isFinite(value);
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

/** A point in time may be marked; as what is on the screen, views take no range without a length. */
export function rangeOf(value: unknown): Range | undefined {
  if (!isObject(value)) return undefined;
  const { start, end } = value;
  const sound = typeof start === 'number' && typeof end === 'number' && end >= start;
  return sound && Number.isFinite(end - start) ? { start, end } : undefined;
}

function movesOf(value: unknown): Move[] {
  return listed(value, isObject).flatMap(({ laneId, before }) => {
    if (!isText(laneId)) return [];
    return [isText(before) ? { laneId, before } : { laneId }];
  });
}

export function overlaysOf(value: unknown): Partial<Overlays> {
  if (!isObject(value)) return {};
  const said = OVERLAYS.filter((name) => typeof value[name] === 'boolean');
  return Object.fromEntries(said.map((name) => [name, value[name]]));
}

function isSegmentType(name: unknown): name is SegmentLook {
  return isText(name) && Object.hasOwn(SEGMENT_SHADES, name);
}

/** A view that came from elsewhere: what it says in the right form is taken, everything else left out. */
export function readView(value: unknown): ViewInit {
  if (!isObject(value)) return {};
  return {
    range: rangeOf(value['range']),
    measured: rangeOf(value['measured']),
    selected: text(value['selected']),
    overlays: overlaysOf(value['overlays']),
    clock: value['clock'] === 'elapsed' ? 'elapsed' : 'time',
    highlighted: listed(value['highlighted'], isSegmentType),
    idle: value['idle'] === 'folded' ? 'folded' : 'shown',
    opened: listed(value['opened'], isInstant),
    folded: listed(value['folded'], isText),
    hidden: listed(value['hidden'], isText),
    pinned: listed(value['pinned'], isText),
    moved: movesOf(value['moved']),
    grouped: value['grouped'] === true,
    joined: listed(value['joined'], isText),
    filter: text(value['filter']) ?? '',
  } satisfies ViewInit & Record<keyof View, unknown>;
}
