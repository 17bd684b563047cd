import type { SegmentLook } from '../../core/model/look';
import { type OverlayName, OVERLAYS, type RowChoice, type View, type ViewInit } from '../../core/view/view';
import { viewFrom } from '../../core/view/view-from';
import { english } from '../../ui/words';

/**
 * The view in the query of an address, versioned: `?v=1&from=…&to=…&clock=elapsed`. It carries times, ids and
 * choices from fixed lists, and only what differs from the default. What can't be read is left out.
 */
const VERSION = '1';
/** Of lanes of each kind: servers refuse addresses of some thousand characters. */
const MOST_LISTED = 40;
const MOST_MS = 8.64e15;

/** With the zone in which the times were looked at, where that does not go without saying. */
export function viewToQuery(view: View, timeZone?: string): string {
  const query = new URLSearchParams();
  const defaults = viewFrom();
  if (view.range) {
    query.set('from', String(Math.round(view.range.start)));
    query.set('to', String(Math.round(view.range.end)));
  }
  if (view.measured) {
    query.set('mark', `${Math.round(view.measured.start)}-${Math.round(view.measured.end)}`);
  }
  if (view.selected !== undefined) query.set('at', view.selected);
  addRows(query, view);
  addGaps(query, view);
  const changed = OVERLAYS.filter((name) => view.overlays[name] !== defaults.overlays[name]);
  if (changed.length > 0) {
    query.set('overlays', changed.map((name) => (view.overlays[name] ? name : `-${name}`)).join('.'));
  }
  if (view.highlighted.length > 0) query.set('only', view.highlighted.join('.'));
  if (view.clock !== defaults.clock) query.set('clock', view.clock);
  if (timeZone !== undefined) query.set('zone', timeZone);
  if (query.size === 0) return '';
  return new URLSearchParams([['v', VERSION], ...query]).toString();
}

export function viewFromQuery(search: string): ViewInit {
  const query = new URLSearchParams(search);
  if (query.get('v') !== VERSION) return {};
  const [start = null, end = null] = /^(-?\d+)-(-?\d+)$/.exec(query.get('mark') ?? '')?.slice(1) ?? [];
  return {
    ...rowsFrom(query),
    ...gapsFrom(query),
    range: rangeFrom(query.get('from'), query.get('to')),
    measured: rangeFrom(start, end),
    selected: query.get('at') ?? undefined,
    highlighted: listOf(query, 'only').filter(isSegmentType),
    overlays: overlaysOf(listOf(query, 'overlays')),
    clock: query.get('clock') === 'elapsed' ? 'elapsed' : undefined,
  } satisfies ViewInit & Record<Exclude<keyof View, 'filter'>, unknown>;
}

/** Ids only. What the filter says may be a name: the tab's history has it. */
function addRows(query: URLSearchParams, view: View): void {
  const lists = { fold: view.folded, hide: view.hidden, pin: view.pinned, join: view.joined };
  for (const [name, ids] of Object.entries(lists)) {
    for (const id of ids.slice(0, MOST_LISTED)) query.append(name, id);
  }
  for (const { laneId, before } of view.moved.slice(0, MOST_LISTED)) {
    query.append('move', laneId);
    query.append('before', before ?? '');
  }
  if (view.grouped) query.set('group', 'user');
}

function rowsFrom(query: URLSearchParams): Omit<RowChoice, 'filter'> {
  const before = query.getAll('before');
  return {
    folded: query.getAll('fold'),
    hidden: query.getAll('hide'),
    pinned: query.getAll('pin'),
    joined: query.getAll('join'),
    moved: query
      .getAll('move')
      .map((laneId, place) => (before[place] ? { laneId, before: before[place] } : { laneId })),
    grouped: query.get('group') === 'user',
  };
}

function addGaps(query: URLSearchParams, { idle, opened }: View): void {
  if (idle === 'shown') return;
  query.set('idle', idle);
  if (opened.length > 0) query.set('open', opened.slice(0, MOST_LISTED).join('.'));
}

function gapsFrom(query: URLSearchParams): Pick<View, 'idle' | 'opened'> {
  if (query.get('idle') !== 'folded') return { idle: 'shown', opened: [] };
  const opened = listOf(query, 'open').map((text) => (text === '' ? Number.NaN : Number(text)));
  return { idle: 'folded', opened: opened.filter(Number.isFinite) };
}

/** As it stands there: whoever uses it checks whether there is such a zone. */
export function zoneFromQuery(search: string): string | null {
  const query = new URLSearchParams(search);
  return query.get('v') === VERSION ? query.get('zone') : null;
}

function listOf(query: URLSearchParams, name: string): string[] {
  return query.get(name)?.split('.') ?? [];
}

function rangeFrom(from: string | null, to: string | null): { start: number; end: number } | undefined {
  if (from === null || to === null) return undefined;
  const [start, end] = [Number(from), Number(to)];
  const sound = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start <= end;
  return sound && Math.abs(start) <= MOST_MS && Math.abs(end) <= MOST_MS ? { start, end } : undefined;
}

function overlaysOf(names: string[]): { [name in OverlayName]?: boolean } {
  const overlays: { [name in OverlayName]?: boolean } = {};
  for (const name of OVERLAYS) {
    if (names.includes(name)) overlays[name] = true;
    if (names.includes(`-${name}`)) overlays[name] = false;
  }
  return overlays;
}

function isSegmentType(name: string): name is SegmentLook {
  return Object.hasOwn(english.segments, name);
}
