import { type BrowseState, isFiltered } from './browseState';
import { fromAddress, privateFrom, type Private, toPrivate, toQuery } from './codec';
import { localStore } from './storage';

/** A choice kept under a name in this browser. `hidden` holds personal data, and only where that was agreed to. */
export interface SavedView {
  name: string;
  query: string;
  hidden?: Private;
}

const KEY = 'participant-timeline:views';
/** No more are kept. */
export const MOST_VIEWS = 50;

export function readViews(): SavedView[] {
  const stored = localStore.read(KEY);
  return Array.isArray(stored) ? stored.flatMap(viewFrom).slice(0, MOST_VIEWS) : [];
}

function viewFrom(value: unknown): SavedView[] {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('query' in value)) return [];
  const { name, query } = value;
  if (typeof name !== 'string' || typeof query !== 'string') return [];
  const hidden = 'hidden' in value ? privateFrom(value.hidden) : {};
  return [{ name, query, ...(Object.keys(hidden).length > 0 ? { hidden } : {}) }];
}

/** What is personal in them goes; the choices stay. */
export function forgetPersonal(): void {
  const views = readViews();
  if (views.some(({ hidden }) => hidden)) writeViews(views.map(({ name, query }) => ({ name, query })));
}

/** Calls back when another tab has kept or forgotten one; returns the way to stop. */
export function onViewsChange(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) listener();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Whether they are kept. */
export function writeViews(views: readonly SavedView[]): boolean {
  return localStore.write(KEY, views);
}

/** Whether one of this name would be more than are kept. */
function isFull(views: readonly SavedView[], name: string): boolean {
  return withoutView(views, name).length >= MOST_VIEWS;
}

/** A name is used once: saving under it again takes its place. None is lost to another, perhaps kept by another tab meanwhile. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  if (isFull(views, view.name)) return [...views];
  return [...withoutView(views, view.name), view];
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** It keeps its place. Nothing is renamed to what another is called, perhaps by another tab meanwhile. */
export function renamed(views: readonly SavedView[], from: string, to: string): SavedView[] {
  if (views.some(({ name }) => name === to)) return [...views];
  return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}

export function viewOf(name: string, state: BrowseState, withPersonal: boolean): SavedView {
  const hidden = withPersonal ? toPrivate(state) : undefined;
  return { name, query: toQuery(state), ...(hidden ? { hidden } : {}) };
}

/** Whether there is anything to keep: neither filtered nor ordered it is the whole list. */
export function isOfSome(state: BrowseState): boolean {
  return isFiltered(state) || state.sort.length > 0;
}

/**
 * Why a view is not kept as it is. One of `nothing` would be called by what it does not hold, its personal part, and
 * show everything.
 */
export function refusalOf(
  view: SavedView,
  views: readonly SavedView[],
): 'full' | 'nothing' | 'nameless' | undefined {
  if (isFull(views, view.name)) return 'full';
  if (!isOfSome(stateOf(view))) return 'nothing';
  return view.name === '' ? 'nameless' : undefined;
}

export function stateOf({ query, hidden }: SavedView): BrowseState {
  return fromAddress(query, hidden);
}
