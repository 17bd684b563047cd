import type { Range } from '../core/view/range';
import { OVERLAYS, type Move, type Overlays, type ViewInit } from '../core/view/view';
import type { SegmentLook } from '../core/model/look';
import { SEGMENT_SHADES } from '../ui/palette';

/** More of a kind than any timeline has use for. */
const MOST = 10_000;

type Fields = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).filter((item) => typeof item === 'string');
}

function instants(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).filter((item): item is number => Number.isFinite(item));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A point in time may be marked; as what is on the screen, views take no range without a length. */
export function rangeOf(value: unknown): Range | undefined {
  if (!isObject(value)) return undefined;
  const { start, end } = value;
  const sound = typeof start === 'number' && typeof end === 'number' && end >= start;
  return sound && Number.isFinite(end - start) ? { start, end } : undefined;
}

function movesOf(value: unknown): Move[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).flatMap((move): Move[] => {
    const laneId = isObject(move) ? text(move['laneId']) : undefined;
    const before = isObject(move) ? text(move['before']) : undefined;
    return laneId === undefined ? [] : [before === undefined ? { laneId } : { laneId, before }];
  });
}

export function overlaysOf(value: unknown): Partial<Overlays> {
  if (!isObject(value)) return {};
  const said = OVERLAYS.filter((name) => typeof value[name] === 'boolean');
  return Object.fromEntries(said.map((name) => [name, value[name]]));
}

function isSegmentType(name: string): name is SegmentLook {
  return Object.hasOwn(SEGMENT_SHADES, name);
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
    highlighted: texts(value['highlighted']).filter(isSegmentType),
    idle: value['idle'] === 'folded' ? 'folded' : 'shown',
    opened: instants(value['opened']),
    folded: texts(value['folded']),
    hidden: texts(value['hidden']),
    pinned: texts(value['pinned']),
    moved: movesOf(value['moved']),
    grouped: value['grouped'] === true,
    joined: texts(value['joined']),
    filter: text(value['filter']) ?? '',
  };
}
