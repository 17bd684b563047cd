import type { Stage } from './stage';

/**
 * Of a conversation that should go on: nothing came for a while, so what is drawn may be over by now. Its place is there
 * before: what comes with its text is not heard.
 */
export function Silence({ stage, since }: { stage: Stage; since: number | undefined }) {
  const { format, words } = stage;
  const when = (at: number) => [format.tick({ at, day: false, strong: false }, 1000), format.date(at)];
  return (
    <output className="pt-silence">
      {/* Since the start it has no date. */}
      {since !== undefined && words.silent(when(since).filter(Boolean).join(', '))}
    </output>
  );
}
