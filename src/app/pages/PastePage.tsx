import { type RefObject, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../core/index';
import { conversationAddress } from '../address';
import { ResultView } from '../conversation/ResultView';
import { SampleGallery } from '../gallery/SampleGallery';
import { TakeText } from '../gallery/TakeText';
import { useHandover } from '../handover/useHandover';
import type { Box } from '../paste/box';
import { mistaken } from '../paste/mistaken';
import type { HandoverFault } from '../../ui/handover';
import type { ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { Reading } from '../paste/Reading';
import { RecentPastes } from '../paste/RecentPastes';
import { SourceLine } from '../paste/SourceLine';
import { TextBox } from '../paste/TextBox';
import { useRichEditor } from '../paste/useRichEditor';
import { KeptPanel } from '../panels/kept';
import { DropAnywhere } from '../files/DropAnywhere';
import { useSession, useSessionState } from '../session/context';
import type { Opened } from '../session/session';
import { Page } from '../shell/Page';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import { handoverWords } from '../words/handover';

/**
 * What was asked for comes below the text, where hardly any of a drawing is seen: it goes up as far as it can, if not all
 * of it is there to see. Not so what was there when the page was opened: who comes back wants the text, or is where the
 * browser put them.
 */
function useBroughtIntoSight(opened: Opened | undefined) {
  const result = useRef<HTMLElement>(null);
  const seen = useRef(opened?.input);
  useEffect(() => {
    if (!opened?.outcome || opened.input === seen.current) return;
    seen.current = opened.input;
    // By then the drawing has taken its measure.
    requestAnimationFrame(() => {
      const { bottom = 0 } = result.current?.getBoundingClientRect() ?? {};
      if (bottom > window.innerHeight) result.current?.scrollIntoView({ block: 'start' });
    });
  }, [opened]);
  return result;
}

export function PastePage() {
  const session = useSession();
  const { opened } = useSessionState();
  const fault = useHandover();
  const rich = useRichEditor();
  const box = useRef<Box>(null);
  const result = useBroughtIntoSight(opened);
  function takeText(text: string) {
    session.replace(text);
    window.scrollTo(0, 0);
  }
  return (
    <Page title={pasteWords.title}>
      <DropAnywhere
        text={pasteWords.drop}
        onFiles={(files, leftOut) => void session.open({ kind: 'files', files, leftOut })}
        onText={takeText}
      />
      {/* Paper has what was read: what to do is for who looks at the page. */}
      <div className={opened ? 'print:hidden' : ''}>
        <h1 className="pt-5 text-xl font-bold">{pasteWords.heading}</h1>
        <p className="mt-1 max-w-prose text-sm text-muted">{pasteWords.lead}</p>
      </div>
      {fault && <HandoverFailed fault={fault} />}
      <Said opened={opened} />
      <TextBox compact={opened !== undefined} rich={rich} box={box} />
      <Unsaved />
      {opened && !opened.outcome && (
        <Reading progress={opened.progress} stopped={opened.stopped} onCancel={() => session.cancel()} />
      )}
      {opened?.outcome && (
        <Result
          ref={result}
          input={opened.input}
          outcome={opened.outcome}
          onReveal={(problem) => box.current?.reveal(problem)}
        />
      )}
      <RecentPastes />
      {!opened && (
        <SampleGallery
          heading={pasteWords.emptyHeading}
          lead={pasteWords.emptyLead}
          renderAction={({ id, title }) => <TakeText id={id} title={title} onText={takeText} />}
        />
      )}
    </Page>
  );
}

function HandoverFailed({ fault }: { fault: HandoverFault }) {
  return (
    <p
      role="alert"
      className="mt-3 max-w-prose rounded-md border border-warning/40 bg-warning-soft px-3 py-2 text-sm"
    >
      {handoverWords.faults[fault]}
    </p>
  );
}

/** What reading came to; its problems may be listed far below. */
function Said({ opened }: { opened: Opened | undefined }) {
  const { said, found } = words.reading;
  const { outcome, input } = opened ?? {};
  const instead = outcome?.found.length === 0 && mistaken(input);
  return (
    <p aria-live="polite" className="sr-only">
      {outcome && said(found(outcome.found.length), words.list.problems(outcome.problemCount))}
      {instead && `. ${instead}`}
    </p>
  );
}

/** What a reload would lose. */
function Unsaved() {
  const { unsaved, lasting } = useSessionState();
  if (lasting && !unsaved) return null;
  return (
    <p className="mt-2 text-sm text-warning print:hidden">
      {lasting ? pasteWords.unsaved : pasteWords.unsavedAll}
    </p>
  );
}

interface ResultProps {
  ref: RefObject<HTMLElement | null>;
  input: ParseInput;
  outcome: ParseOutcome;
  /** Shows the place of a problem in the box. */
  onReveal: (problem: Problem) => void;
}

/** What was read, and from where. */
function Result({ ref, input, outcome, onReveal }: ResultProps) {
  const session = useSession();
  const { edited, chosen } = useSessionState();
  return (
    <section
      ref={ref}
      aria-label={pasteWords.result}
      className="mt-4 border-t border-line pt-3 print:mt-0 print:border-0"
    >
      <SourceLine input={input} edited={edited} outcome={outcome} />
      <KeptPanel of={outcome}>
        <ResultView
          outcome={outcome}
          input={input}
          level={2}
          chosen={chosen}
          onChoose={(id) => session.choose(id)}
          onPlace={input.kind === 'text' ? ({ problem }) => onReveal(problem) : undefined}
          renderAside={(found) => (
            <Link href={conversationAddress(found.summary.id)} className="link text-sm">
              {pasteWords.permalink}
            </Link>
          )}
        />
      </KeptPanel>
    </section>
  );
}
