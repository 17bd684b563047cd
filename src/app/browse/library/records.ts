import type { ParseInput } from '../../../workers/messages';
import { localStore } from '../state/storage';

/**
 * What this browser remembers of an import while it goes on, so that one whose tab died can be told of. The
 * names of files are personal data: they stay here, and go when the import ends or the library is emptied.
 */
export interface ImportRecord {
  id: string;
  /** Of the first files; nothing where text was pasted. */
  names: string[];
  files: number;
  /** Conversations that were acknowledged. */
  taken: number;
  /** When it began. */
  at: number;
}

const PREFIX = 'participant-timeline:importing:';
/** More names help nobody to find the files. */
const MOST_NAMES = 20;

function recordFrom(id: string): ImportRecord[] {
  const value = localStore.read(PREFIX + id);
  if (typeof value !== 'object' || value === null) return [];
  const { names, files, taken, at } = value as { [key: string]: unknown };
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return [];
  if (typeof files !== 'number' || typeof taken !== 'number' || typeof at !== 'number') return [];
  return [{ id, names, files, taken, at }];
}

function allRecords(): ImportRecord[] {
  return localStore.keys(PREFIX).flatMap((key) => recordFrom(key.slice(PREFIX.length)));
}

function lockOf(id: string): string {
  return PREFIX + id;
}

/** Of the imports that other tabs are at right now. Where nobody can tell, of those that began since we did. */
async function running(): Promise<(record: ImportRecord) => boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    return ({ id }) => names.has(lockOf(id));
  } catch {
    return ({ at }) => at >= performance.timeOrigin;
  }
}

/** Tells of a record that another tab leaves behind. A lock may outlive a tab that died by a moment. */
async function whenLeft({ id }: ImportRecord, tell: (record: ImportRecord) => void): Promise<void> {
  await navigator.locks?.request(lockOf(id), () => {
    for (const record of recordFrom(id)) tell(record);
  });
}

/** The imports whose tab died before they ended, the latest first; `later` hears of those that die from now on. */
export async function interruptedImports(
  later: (record: ImportRecord) => void = () => undefined,
): Promise<ImportRecord[]> {
  const records = allRecords();
  if (records.length === 0) return [];
  const isRunning = await running();
  for (const record of records.filter(isRunning)) whenLeft(record, later).catch(() => undefined);
  return records.filter((record) => !isRunning(record)).sort((one, other) => other.at - one.at);
}

export function forgetRecord(id: string): void {
  localStore.remove(PREFIX + id);
}

/** The same files again: what was begun with them goes on with this. */
export function isResumedBy({ names }: ImportRecord, input: ParseInput): boolean {
  if (input.kind !== 'files' || names.length === 0) return false;
  const chosen = new Set(input.files.map(({ name }) => name));
  return names.every((name) => chosen.has(name));
}

export interface OpenRecord {
  taken: (conversations: number) => void;
  /** It ended, in whatever way: who looks at the page is told by that. */
  end: () => void;
}

/** Begins the record of an import of this tab. It is this tab's for as long as that lives. */
export function openRecord(input: ParseInput): OpenRecord {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const files = input.kind === 'files' ? input.files : [];
  const names = files.slice(0, MOST_NAMES).map(({ name }) => name);
  const record: ImportRecord = { id, names, files: files.length, taken: 0, at: Date.now() };
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Where there are no locks, the time tells.
  navigator.locks?.request(lockOf(id), () => held).catch(() => undefined);
  localStore.write(PREFIX + id, record);
  return {
    taken: (taken) => localStore.write(PREFIX + id, { ...record, taken }),
    end: () => {
      forgetRecord(id);
      release();
    },
  };
}
