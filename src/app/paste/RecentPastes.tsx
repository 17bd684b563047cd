import { X } from 'lucide-react';
import { visible } from '../../ui/visible';
import { namesOf } from '../files/names';
import { Value } from '../parts/Value';
import { useSession, useSessionState } from '../session/context';
import type { Recent } from '../session/restore';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import { bytesText } from './bytes';

const { recent: texts } = pasteWords;

function sizeOf({ input }: Recent): number {
  return input.kind === 'text' ? input.text.length : input.files.reduce((sum, { size }) => sum + size, 0);
}

function filesOf({ input }: Recent): string {
  return input.kind === 'files' ? namesOf(input.files) : '';
}

function titleOf(recent: Recent): string {
  return recent.title || filesOf(recent) || texts.untitled;
}

function useFacts(recent: Recent): string[] {
  const format = useFormat();
  const { title, conversations, participants, at } = recent;
  return [
    ...(title === '' ? [] : [filesOf(recent)]),
    words.browse.formats[recent.format ?? ''] ?? '',
    conversations > 1 ? texts.conversations(conversations) : '',
    participants === undefined ? '' : words.list.participants(participants),
    bytesText(sizeOf(recent), format.locale),
    format.clock(Math.floor(at / 1000) * 1000),
  ].filter((fact) => fact !== '');
}

/** What was shown in this tab before: kept over reloads, as far as there is room, and gone with the tab. */
export function RecentPastes() {
  const session = useSession();
  const { recent } = useSessionState();
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-6 print:hidden">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id="recent" className="font-semibold">
          {texts.heading}
        </h2>
        <p className="grow text-sm text-muted">{texts.lead}</p>
        <button type="button" className="button-small" onClick={() => session.forget()}>
          {texts.forgetAll}
        </button>
      </div>
      <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-raised">
        {recent.map((one) => (
          <Row key={one.id} recent={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ recent }: { recent: Recent }) {
  const session = useSession();
  const facts = useFacts(recent);
  return (
    <li className="flex items-center gap-2 py-1 pe-2 ps-3 text-sm">
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-3">
        <button
          type="button"
          className="link max-w-full truncate py-1 text-start"
          onClick={() => session.reopen(recent.id)}
        >
          <Value>{titleOf(recent)}</Value>
        </button>
        <span className="text-muted tabular-nums [overflow-wrap:anywhere] sm:ms-auto">
          <Value>{facts.join(' · ')}</Value>
          {!recent.lasting && <span className="text-warning"> · {texts.fleeting}</span>}
        </span>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.forget(visible(titleOf(recent)))}
        title={texts.forgetTitle}
        onClick={() => session.forget(recent.id)}
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </li>
  );
}
