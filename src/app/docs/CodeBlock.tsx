import { CopyButton } from '../parts/CopyButton';
import { docsWords } from '../words/docs';

/** Code to be copied. It scrolls by itself, by keys, too. */
export function CodeBlock({ title, code }: { title: string; code: string }) {
  return (
    <figure className="card my-3 min-w-0 overflow-hidden">
      <figcaption className="flex min-h-9 items-center justify-between gap-2 border-b border-line py-1 pe-1.5 ps-3 text-xs text-muted">
        <span className="min-w-0 truncate">{title}</span>
        <span className="flex flex-row-reverse items-center gap-2">
          <CopyButton text={code} label={docsWords.copy(title)} />
        </span>
      </figcaption>
      <pre
        dir="ltr"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what has a name has a role
        role="group"
        aria-label={title}
        className="max-h-120 overflow-auto bg-surface p-3 font-mono text-xs leading-relaxed -outline-offset-2 print:max-h-none print:[overflow-wrap:anywhere] print:whitespace-pre-wrap"
      >
        <code>{code.trimEnd()}</code>
      </pre>
    </figure>
  );
}
