import { X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { LINK_CHARACTERS } from '../../ui/handover';
import { conversationOf, type Found } from '../../workers/found';
import { handoverWords as texts } from '../words/handover';
import { draftOf, type Link, type LinkChoice, linkTo } from './link';
import { Replacements } from './Replacements';

/** Longer links are cut off by some programs that carry them. */
const SAFE_CHARACTERS = 2_000;

type State = Link | { kind: 'packing' } | { kind: 'failed' };

/** The link for a text; another text is another link. */
function useLink(text: string): State {
  const [made, setMade] = useState<{ text: string; link: State }>();
  useEffect(() => {
    let gone = false;
    const { href } = new URL('paste', new URL(import.meta.env.BASE_URL, window.location.href));
    async function make() {
      const link = await linkTo(text, href).catch((): State => ({ kind: 'failed' }));
      if (!gone) setMade({ text, link });
    }
    void make();
    return () => {
      gone = true;
    };
  }, [text]);
  return made?.text === text ? made.link : { kind: 'packing' };
}

/** Shows what a link will not say before there is a link. */
export function LinkDialog({ found, onClose }: { found: Found; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [choice, setChoice] = useState<LinkChoice>({ ids: false, organisation: false });
  const conversation = useMemo(() => conversationOf(found), [found]);
  const { text, replaced } = useMemo(() => draftOf(conversation, choice), [conversation, choice]);
  const link = useLink(text);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-auto max-h-[90dvh] w-[min(40rem,calc(100vw-1.5rem))] overflow-y-auto rounded-lg border border-edge bg-surface p-5 text-ink backdrop:bg-black/40"
      onClose={onClose}
    >
      <header className="flex items-start justify-between gap-3">
        <h2 id={title} className="text-lg font-semibold">
          {texts.heading}
        </h2>
        <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}>
          <X className="size-4" aria-hidden="true" />
        </button>
      </header>
      <p className="mt-1 text-sm text-pretty">{texts.lead}</p>
      <Replacements replaced={replaced} />
      <Check
        label={texts.ids}
        checked={choice.ids}
        onChange={(ids) => setChoice((current) => ({ ...current, ids }))}
      />
      <Check
        label={texts.organisation}
        checked={choice.organisation}
        onChange={(organisation) => setChoice((current) => ({ ...current, organisation }))}
      />
      <p className="mt-2 text-sm text-muted">{texts.stays}</p>
      <Copy link={link} />
    </dialog>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex items-center gap-2 py-1 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}

function Copy({ link }: { link: State }) {
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

function About({ link }: { link: State }) {
  if (link.kind === 'packing') return texts.packing;
  if (link.kind === 'failed') return texts.failed;
  if (link.kind === 'long') return texts.tooLong(link.length, LINK_CHARACTERS);
  const { length } = link.url;
  return length > SAFE_CHARACTERS ? `${texts.length(length)} ${texts.longish}` : texts.length(length);
}
