import type { ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { savedForm } from './restore';
import type { RecentPaste } from './saved';

interface Shown {
  input: ParseInput;
  outcome: ParseOutcome;
}

/** The list with what is shown now at its head; the same document shown again moves up. */
export async function remembered(
  recent: readonly RecentPaste[],
  { input, outcome }: Shown,
  at: number,
): Promise<readonly RecentPaste[]> {
  const form = await savedForm(input, '');
  if (!form || form.kind === 'draft') return recent; // too large to be kept
  const same = JSON.stringify(form);
  const others = recent.filter((one) => JSON.stringify(one.input) !== same);
  const taken = new Set(others.map(({ id }) => id));
  let id = String(at);
  while (taken.has(id)) id += '+';
  const [first] = outcome.found;
  const title = first?.summary.title ?? '';
  return [{ id, at, title, conversations: outcome.found.length, input: form }, ...others];
}
