import { withoutTokens } from './tokens';

/**
 * What survives a reload, in `sessionStorage`. The text the user typed, and what the timeline shows where
 * that differs from it.
 */
export interface Saved {
  draft: string;
  /** `draft`: the text as it is. Nothing was opened: absent. */
  opened?: SavedInput;
  /** Id of the conversation chosen of several. */
  chosen?: string;
}

/** Its text, unpacked. */
export interface SavedFile {
  name: string;
  text: string;
}

export type SavedInput =
  | { kind: 'draft' }
  | { kind: 'text'; text: string }
  | { kind: 'files'; files: SavedFile[]; leftOut?: readonly string[] };

/** What is known of a document that was shown in this tab before. */
export interface RecentFacts {
  id: string;
  /** When it was shown, ms since the epoch. */
  at: number;
  /** Of its first conversation; empty where it held none. */
  title: string;
  /** In the words of `ParseResult.format`, where it is known. */
  format?: string;
  /** Conversations in it. */
  conversations: number;
  /** In its only conversation. */
  participants?: number;
}

/** As it is stored. */
export interface SavedRecent extends RecentFacts {
  input: Exclude<SavedInput, { kind: 'draft' }>;
}

/** Browsers grant some 5 million characters per tab and site; this leaves room for others. */
export const SAVED_CHARACTERS = 4_000_000;

const DRAFT = 'participant-timeline:draft';
const OPENED = 'participant-timeline:opened';
const RECENT = 'participant-timeline:recent';
const CHOSEN = 'participant-timeline:chosen';
/** More would be a list to search in. */
export const MOST_RECENT = 20;

export interface SavedStore {
  /** `false`: the browser keeps nothing for this page. */
  readonly lasting: boolean;
  read(): Saved;
  /** `false`: too large or refused; the old one is removed rather than shown later as if it were this. */
  writeDraft(text: string): boolean;
  writeOpened(input: SavedInput | undefined): boolean;
  writeChosen(id: string | undefined): void;
  /** Cheap to ask: another answer says that writing something else took room from what was kept. */
  recentLength(): number;
  /** Newest first. */
  readRecent(): SavedRecent[];
  /** Keeps as many as there is room for beside the draft and what is open, the newest first; answers which. */
  writeRecent(recent: readonly SavedRecent[]): SavedRecent[];
}

/** As many as the room is enough for, the first ones first; one that is too large by itself does not take others along. */
function fitting(recent: readonly SavedRecent[], room: number): SavedRecent[] {
  const kept: SavedRecent[] = [];
  let used = 2;
  for (const one of recent) {
    const { length } = packed(one);
    if (kept.length === MOST_RECENT || used + length + 1 > room) continue;
    used += length + 1;
    kept.push(one);
  }
  return kept;
}

/** Without storage (private modes, foreign frames) nothing is kept, and every write says so. */
export function createSavedStore(storage: Storage | undefined): SavedStore {
  return {
    lasting: storage !== undefined,
    read: () => ({
      draft: storage?.getItem(DRAFT) ?? '',
      opened: savedInput(storage?.getItem(OPENED)),
      chosen: storage?.getItem(CHOSEN) ?? undefined,
    }),
    writeDraft: (text) => write(storage, DRAFT, withoutTokens(text)),
    writeOpened: (input) => write(storage, OPENED, input && packed(input)),
    writeChosen(id) {
      if (id === undefined) storage?.removeItem(CHOSEN);
      else tryToSet(storage, CHOSEN, id);
    },
    recentLength: () => lengthOf(storage, RECENT),
    readRecent: () => recentPastes(storage?.getItem(RECENT)),
    writeRecent: (recent) => writeRecent(storage, recent),
  };
}

function lengthOf(storage: Storage | undefined, key: string): number {
  return storage?.getItem(key)?.length ?? 0;
}

function writeRecent(storage: Storage | undefined, recent: readonly SavedRecent[]): SavedRecent[] {
  const room = SAVED_CHARACTERS - lengthOf(storage, DRAFT) - lengthOf(storage, OPENED);
  const kept = fitting(recent, room);
  // The browser's own limit may be lower, and nobody can ask for it.
  for (; kept.length > 0; kept.pop()) if (tryToSet(storage, RECENT, packed(kept))) return kept;
  storage?.removeItem(RECENT);
  return [];
}

/** What is being worked on: the draft, or what is open. */
function write(
  storage: Storage | undefined,
  key: typeof DRAFT | typeof OPENED,
  value: string | undefined,
): boolean {
  if (value === undefined || value === '') {
    storage?.removeItem(key);
    return true;
  }
  const other = lengthOf(storage, key === DRAFT ? OPENED : DRAFT);
  if (value.length + other > SAVED_CHARACTERS) {
    storage?.removeItem(key);
    return false;
  }
  const fits = value.length + other + lengthOf(storage, RECENT) <= SAVED_CHARACTERS;
  if (fits && tryToSet(storage, key, value)) return true;
  // It comes before what was looked at earlier.
  const recent = recentPastes(storage?.getItem(RECENT));
  storage?.removeItem(RECENT);
  const kept = tryToSet(storage, key, value);
  if (!kept) storage?.removeItem(key);
  writeRecent(storage, recent);
  return kept;
}

function packed(value: object): string {
  return JSON.stringify(value, (name, part: unknown) =>
    name === 'text' && typeof part === 'string' ? withoutTokens(part) : part,
  );
}

function tryToSet(storage: Storage | undefined, key: string, value: string): boolean {
  try {
    storage?.setItem(key, value);
    return storage !== undefined;
  } catch {
    return false; // the browser's own limit
  }
}

function recentPastes(text: string | null | undefined): SavedRecent[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Of each fact the type, where it has to be there, and where it may be. */
const FACTS = { id: 'string', at: 'number', title: 'string', conversations: 'number' };
const MORE_FACTS = { format: 'string', participants: 'number' };

function isRecent(value: unknown): value is SavedRecent {
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  const known = Object.entries(FACTS).every(([name, type]) => typeof found.get(name) === type);
  const more = Object.entries(MORE_FACTS).every(
    ([name, type]) => !found.has(name) || typeof found.get(name) === type,
  );
  const input = found.get('input');
  return known && more && isSavedInput(input) && input.kind !== 'draft';
}

/** Written by this site, yet maybe by another version of it: only what is understood is taken. */
function savedInput(text: string | null | undefined): SavedInput | undefined {
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isSavedInput(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSavedInput(value: unknown): value is SavedInput {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'draft') return true;
  if (value.kind === 'text') return 'text' in value && typeof value.text === 'string';
  if (value.kind !== 'files' || !('files' in value) || !Array.isArray(value.files)) return false;
  return value.files.every(isFile) && (!('leftOut' in value) || areNames(value.leftOut));
}

function areNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return false;
  return typeof value.name === 'string' && typeof value.text === 'string';
}
