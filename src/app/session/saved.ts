/**
 * What survives a reload, in `sessionStorage`. The text the user typed, and what the timeline shows where
 * that differs from it.
 */
export interface Saved {
  draft: string;
  /** `draft`: the text as it is. Nothing was opened: absent. */
  opened?: SavedInput;
}

export type SavedInput =
  | { kind: 'draft' }
  | { kind: 'text'; text: string }
  | { kind: 'files'; files: { name: string; text: string }[] };

/** Browsers grant some 5 million characters per tab and site; this leaves room for others. */
export const SAVED_CHARACTERS = 4_000_000;

const DRAFT = 'participant-timeline:draft';
const OPENED = 'participant-timeline:opened';

export interface SavedStore {
  read(): Saved;
  /** `false`: too large or refused; the old one is removed rather than shown later as if it were this. */
  writeDraft(text: string): boolean;
  writeOpened(input: SavedInput | undefined): boolean;
}

/** Without storage (private modes, foreign frames) nothing is kept, and every write says so. */
export function createSavedStore(storage: Storage | undefined): SavedStore {
  function write(key: string, value: string | undefined): boolean {
    try {
      if (value === undefined || value === '') {
        storage?.removeItem(key);
        return true;
      }
      const other = storage?.getItem(key === DRAFT ? OPENED : DRAFT)?.length ?? 0;
      if (!storage || value.length + other > SAVED_CHARACTERS) throw new RangeError('too large');
      storage.setItem(key, value);
      return true;
    } catch {
      storage?.removeItem(key);
      return false;
    }
  }
  return {
    read: () => ({ draft: storage?.getItem(DRAFT) ?? '', opened: savedInput(storage?.getItem(OPENED)) }),
    writeDraft: (text) => write(DRAFT, text),
    writeOpened: (input) => write(OPENED, input && JSON.stringify(input)),
  };
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
  return (
    value.kind === 'files' && 'files' in value && Array.isArray(value.files) && value.files.every(isFile)
  );
}

function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return false;
  return typeof value.name === 'string' && typeof value.text === 'string';
}
