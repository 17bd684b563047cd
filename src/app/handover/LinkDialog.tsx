import { useMemo, useState } from 'react';
import type { Conversation } from '../../core/index';
import { LINK_CHARACTERS } from '../../ui/handover';
import { siteAddress } from '../site';
import { handoverWords as texts } from '../words/handover';
import { ChoiceBoxes } from './ChoiceBoxes';
import { Dialog } from './Dialog';
import { draftOf } from './link';
import { USUAL_CHOICE } from './redaction';
import { Replacements } from './Replacements';
import { type Link, useLink } from './useLink';

/** Longer links are cut off by some programs that carry them. */
const SAFE_CHARACTERS = 2_000;

/** Shows what a link will not say before there is a link. */
export function LinkDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const { text, replaced } = useMemo(() => draftOf(conversation, choice), [conversation, choice]);
  const link = useLink(text, `${siteAddress()}paste`);
  return (
    <Dialog heading={texts.heading} lead={texts.lead} onClose={onClose}>
      <Replacements replaced={replaced} />
      <ChoiceBoxes choice={choice} onChange={setChoice} />
      <Copy link={link} />
    </Dialog>
  );
}

function Copy({ link }: { link: Link }) {
  const [copied, setCopied] = useState<{ url: string; well: boolean }>();
  const url = link.kind === 'ready' ? link.url : undefined;
  const done = copied?.url === url ? copied : undefined;

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ url: text, well: true });
    } catch {
      setCopied({ url: text, well: false });
    }
  }
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button
          type="button"
          className="button button-primary"
          disabled={url === undefined}
          onClick={() => url !== undefined && void copy(url)}
        >
          {texts.copy}
        </button>
        <output className="min-w-0 flex-1 text-sm text-muted">
          {done?.well ? texts.copied : <About link={link} />}
        </output>
      </div>
      {done && !done.well && (
        <label className="mt-3 block text-sm">
          {texts.refused}
          <input
            readOnly
            aria-label={texts.link}
            className="field mt-1 block w-full"
            value={done.url}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </>
  );
}

function About({ link }: { link: Link }) {
  if (link.kind === 'packing') return texts.packing;
  if (link.kind === 'failed') return texts.failed;
  if (link.kind === 'long') return texts.tooLong(link.length, LINK_CHARACTERS);
  const { length } = link.url;
  return length > SAFE_CHARACTERS ? `${texts.length(length)} ${texts.longish}` : texts.length(length);
}
