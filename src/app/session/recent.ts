import type { Format } from '../../core/index';
import { conversationOf, type ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { type Recent, savedForm } from './restore';
import { MOST_RECENT } from './saved';

/** What texts too large to be stored may take of the tab's memory, in characters. */
const HELD_CHARACTERS = 100_000_000;

interface Shown {
  input: ParseInput;
  outcome: ParseOutcome;
}

/** What is to be remembered of a document. */
export async function recentOf({ input, outcome }: Shown, at: number): Promise<Recent> {
  const form = await savedForm(input, '');
  const [first, ...more] = outcome.found;
  return {
    id: String(at),
    at,
    title: first?.summary.title ?? '',
    format: formatOf(outcome),
    conversations: outcome.found.length,
    participants: more.length === 0 ? first?.summary.participants : undefined,
    input,
    saved: form?.kind === 'draft' ? undefined : form,
    lasting: false,
  };
}

/** The list with one more at its head; the same document shown again moves up. */
export function withRecent(recent: readonly Recent[], entry: Recent): Recent[] {
  const others = recent.filter((one) => !isSame(one, entry));
  const taken = new Set(others.map(({ id }) => id));
  let { id } = entry;
  while (taken.has(id)) id += '+';
  return bounded([{ ...entry, id }, ...others]);
}

function isSame(one: Recent, { input, saved }: Pick<Recent, 'input' | 'saved'>): boolean {
  if (one.input === input) return true;
  if (one.input.kind === 'text' && input.kind === 'text') return one.input.text === input.text;
  return saved !== undefined && JSON.stringify(one.saved) === JSON.stringify(saved);
}

/** Files stay where they are; text is held by the tab. One that is too large by itself does not take others along. */
function bounded(recent: readonly Recent[]): Recent[] {
  let room = HELD_CHARACTERS;
  return recent.slice(0, MOST_RECENT).filter(({ input }) => {
    const length = input.kind === 'text' ? input.text.length : 0;
    if (length > room) return false;
    room -= length;
    return true;
  });
}

function formatOf({ format, found }: ParseOutcome): Format | undefined {
  const [first] = found;
  if (format || !first) return first && format;
  // What is read as a stream is told by what came out.
  const forms = new Set(conversationOf(first).observations.map(({ form }) => form));
  if (forms.size !== 1) return undefined;
  if (forms.has('analytics')) return 'analytics';
  return forms.has('document') ? undefined : 'events';
}
