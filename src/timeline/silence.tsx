import type { Stage } from './stage';

/**
 * Of a conversation that should go on: nothing came for a while, so what is drawn may be over by now. Its place is there
 * before: what comes with its text is not heard.
 */
export function Silence({ stage, since }: { stage: Stage; since: number | undefined }) {
  const { format, words } = stage;
  return (
    <output className="pt-silence">
      {since !== undefined && words.silent(`${format.clock(since - (since % 1000))}, ${format.date(since)}`)}
    </output>
  );
}
