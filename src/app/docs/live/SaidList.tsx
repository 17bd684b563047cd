import { docsWords } from '../../words/docs';
import type { Said } from './said';

/** What the example told its host last, newest first. */
export function SaidList({ said }: { said: readonly (Said & { id: number })[] }) {
  return (
    <section aria-label={docsWords.said.title} className="my-3 min-w-0">
      <p className="section-title">{docsWords.said.title}</p>
      {said.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{docsWords.said.nothing}</p>
      ) : (
        <ol className="mt-1 grid gap-0.5 font-mono text-xs">
          {said.map(({ id, name, detail }) => (
            <li key={id} className="flex min-w-0 gap-2">
              <span className="shrink-0 text-accent">{name}</span>
              <span className="min-w-0 truncate text-muted">{detail}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
