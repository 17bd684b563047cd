import { X } from 'lucide-react';
import { Value } from '../parts/Value';
import type { RecentPaste } from '../session/saved';
import { useSession, useSessionState } from '../session/context';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { bytesText } from './bytes';

const { recent: texts } = words.paste;

function lengthOf({ input }: RecentPaste): number {
  return input.kind === 'text'
    ? input.text.length
    : input.files.reduce((sum, { text }) => sum + text.length, 0);
}

function titleOf({ input, title }: RecentPaste): string {
  if (title !== '') return title;
  return input.kind === 'files' ? input.files.map(({ name }) => name).join(', ') : texts.untitled;
}

/** What was shown in this tab before: kept over reloads, as far as there is room, and gone with the tab. */
export function RecentPastes() {
  const session = useSession();
  const { recent } = useSessionState();
  const format = useFormat();
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-6 print:hidden">
      <div className="flex flex-wrap items-baseline gap-x-3">
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
          <li key={one.id} className="flex items-center gap-2 py-1 pr-2 pl-3 text-sm">
            <button
              type="button"
              className="link min-w-0 truncate py-1 text-left"
              onClick={() => session.reopen(one.id)}
            >
              <Value>{titleOf(one)}</Value>
            </button>
            <span className="ml-auto shrink-0 text-muted tabular-nums">
              {texts.about(
                one.conversations,
                bytesText(lengthOf(one), format.locale),
                format.clock(Math.floor(one.at / 1000) * 1000),
              )}
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={texts.forget(titleOf(one))}
              title={texts.forgetTitle}
              onClick={() => session.forget(one.id)}
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
