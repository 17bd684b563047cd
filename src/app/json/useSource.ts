import { useEffect, useState } from 'react';
import type { ParseInput } from '../../workers/messages';
import { textWithin } from '../../workers/unpack';
import { createSource, type Source, type SourceText } from './source';

/** The text of the input, as far as it can be shown. */
export type SourceState =
  | { kind: 'ready'; source: Source }
  | { kind: 'loading' }
  | { kind: 'none' | 'gone' }
  | { kind: 'large'; size: number };

/** Beyond this looking through the text would be felt too much, and it would not fit beside the data. */
const SHOWN_CHARACTERS = 64_000_000;

/** Made once per text: several parts of a page ask about the same one. */
const made = new WeakMap<ParseInput, Source>();

function sourceOf(input: ParseInput, texts: readonly SourceText[]): Source {
  const known = made.get(input) ?? createSource(texts);
  made.set(input, known);
  return known;
}

function atOnce(input: ParseInput | undefined): SourceState {
  if (!input) return { kind: 'none' };
  if (input.kind === 'text') {
    const { text } = input;
    if (text.length > SHOWN_CHARACTERS) return { kind: 'large', size: text.length };
    return { kind: 'ready', source: sourceOf(input, [{ text }]) };
  }
  const size = sizeOf(input);
  return size > SHOWN_CHARACTERS ? { kind: 'large', size } : { kind: 'loading' };
}

function sizeOf(input: ParseInput & { kind: 'files' }): number {
  return input.files.reduce((sum, file) => sum + file.size, 0);
}

async function fromFiles(input: ParseInput & { kind: 'files' }): Promise<SourceState> {
  try {
    const read = input.files.map(async (file) => ({
      name: file.name,
      text: await textWithin(file, SHOWN_CHARACTERS),
    }));
    const texts: SourceText[] = [];
    for (const { name, text } of await Promise.all(read)) {
      if (text === undefined) return { kind: 'large', size: sizeOf(input) };
      texts.push({ name, text });
    }
    return { kind: 'ready', source: sourceOf(input, texts) };
  } catch {
    return { kind: 'gone' };
  }
}

/** The input as text: at once where it was typed or pasted, soon where it stands in files. */
export function useSource(input: ParseInput | undefined): SourceState {
  const [read, setRead] = useState<{ input: ParseInput; state: SourceState }>();
  const state = atOnce(input);
  const loading = state.kind === 'loading';

  useEffect(() => {
    if (!loading || input?.kind !== 'files') return undefined;
    let wanted = true;
    void fromFiles(input).then((state) => wanted && setRead({ input, state }));
    return () => {
      wanted = false;
    };
  }, [input, loading]);

  return loading && read && read.input === input ? read.state : state;
}
