import { useEffect, useRef } from 'react';
import type { ParseInput } from '../../workers/messages';
import { parseInput } from '../../workers/parseInput';
import { DropAnywhere } from '../files/DropAnywhere';
import { useOpenInPaste } from '../files/useOpenInPaste';
import { hasZip } from '../files/zip';
import { browseWords } from '../words/browse';
import { comparedFrom, MOST_COMPARED } from './address';
import { usePasted } from './pasted';

/** What is larger is read where its progress is seen. */
const MOST_BYTES = 10_000_000;

function isSmall(input: ParseInput): boolean {
  if (input.kind === 'text') return input.text.length <= MOST_BYTES;
  const bytes = input.files.reduce((sum, { size }) => sum + size, 0);
  return bytes <= MOST_BYTES && !hasZip(input) && (input.leftOut ?? []).length === 0;
}

/**
 * What is dropped or pasted beside the conversations that are compared is one more of them. Where it holds none, or
 * more than there is room for, it is opened in Paste, which says what is wrong, and from which one can be chosen.
 */
export function DropToCompare({ onAdd }: { onAdd: (compared: string[]) => void }) {
  const pasted = usePasted();
  const open = useOpenInPaste();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  async function take(input: ParseInput) {
    const outcome = isSmall(input) ? await parseInput(input) : undefined;
    if (!here.current) return;
    // Another may have come while this was read.
    const { ids } = comparedFrom(location.search);
    const found = outcome?.found ?? [];
    const compared = [...new Set([...ids, ...found.map(({ summary }) => summary.id)])];
    if (found.length === 0 || compared.length > MOST_COMPARED) open(input);
    else {
      pasted.add(found);
      onAdd(compared);
    }
  }
  return (
    <DropAnywhere
      text={browseWords.compare.drop}
      onFiles={(files, leftOut) => void take({ kind: 'files', files, leftOut })}
      onText={(text) => void take({ kind: 'text', text })}
    />
  );
}
