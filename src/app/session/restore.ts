import { assertNever } from '../../core/model/assert-never';
import type { ParseInput } from '../../workers/messages';
import { textWithin } from '../../workers/unpack';
import {
  type Saved,
  SAVED_CHARACTERS,
  type RecentFacts,
  type SavedFile,
  type SavedInput,
  type SavedRecent,
} from './saved';

/** A document that was shown in this tab before, and can be again. */
export interface Recent extends RecentFacts {
  input: ParseInput;
  /** How it is stored; absent where it is too large for that. */
  saved?: SavedRecent['input'];
  /** It survives a reload. */
  lasting: boolean;
}

/** What was shown before the reload. */
export function restoredInput({ draft, opened }: Saved): ParseInput | undefined {
  if (!opened) return undefined;
  switch (opened.kind) {
    case 'draft':
      return draft === '' ? undefined : { kind: 'text', text: draft };
    case 'text':
      return { kind: 'text', text: opened.text };
    case 'files':
      return { ...opened, files: opened.files.map(({ name, text }) => new File([text], name)) };
    default:
      return assertNever(opened);
  }
}

/** How an input is kept for a reload; nothing where it is too large. The draft itself is kept only once. */
export async function savedForm(input: ParseInput, draft: string): Promise<SavedInput | undefined> {
  if (input.kind === 'text') {
    return input.text === draft ? { kind: 'draft' } : { kind: 'text', text: input.text };
  }
  const files: SavedFile[] = [];
  let room = SAVED_CHARACTERS;
  for (const file of input.files) {
    // Nothing is read of a file that went away.
    const text = await textWithin(file, room).catch(() => undefined);
    if (text === undefined) return undefined;
    room -= text.length;
    files.push({ name: file.name, text });
  }
  return { ...input, files };
}

/** What was stored, as it is reopened. */
export function restoredRecent(stored: readonly SavedRecent[]): Recent[] {
  return stored.flatMap(({ input: saved, ...facts }) => {
    const input = restoredInput({ draft: '', opened: saved });
    return input ? [{ ...facts, input, saved, lasting: true }] : [];
  });
}

/** What of the list can be stored at all, as it is stored. */
export function storable(recent: readonly Recent[]): SavedRecent[] {
  return recent.flatMap(({ saved, input: _input, lasting: _lasting, ...facts }) =>
    saved ? [{ ...facts, input: saved }] : [],
  );
}
