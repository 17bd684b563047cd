import { assertNever } from '../../core/model/assert-never';
import type { ParseInput } from '../../workers/messages';
import { type Saved, SAVED_CHARACTERS, type SavedInput } from './saved';

/** What was shown before the reload. */
export function restoredInput({ draft, opened }: Saved): ParseInput | undefined {
  if (!opened) return undefined;
  switch (opened.kind) {
    case 'draft':
      return draft === '' ? undefined : { kind: 'text', text: draft };
    case 'text':
      return { kind: 'text', text: opened.text };
    case 'files':
      return { kind: 'files', files: opened.files.map(({ name, text }) => new File([text], name)) };
    default:
      return assertNever(opened);
  }
}

/** How an input is kept for a reload; nothing where it is too large. The draft itself is kept only once. */
export async function savedForm(input: ParseInput, draft: string): Promise<SavedInput | undefined> {
  if (input.kind === 'text') {
    return input.text === draft ? { kind: 'draft' } : { kind: 'text', text: input.text };
  }
  const size = input.files.reduce((sum, file) => sum + file.size, 0);
  if (size > SAVED_CHARACTERS) return undefined;
  try {
    const files = input.files.map(async (file) => ({ name: file.name, text: await file.text() }));
    return { kind: 'files', files: await Promise.all(files) };
  } catch {
    return undefined; // the file went away
  }
}
