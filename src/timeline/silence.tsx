import type { Stage } from './stage';

/** Of a conversation that should go on: nothing came for a while, so what is drawn may be over by now. */
export function Silence({ stage, since }: { stage: Stage; since: number }) {
  const { format, words } = stage;
  return (
    <output className="pt-silence">
      {words.silent(`${format.clock(since - (since % 1000))}, ${format.date(since)}`)}
    </output>
  );
}
