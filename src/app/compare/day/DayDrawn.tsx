import type { AgentDay, Overlap } from '../../../core/compare/day';
import { HiddenHeading } from '../../parts/Heading';
import { useFormat } from '../../useFormat';
import { words as siteWords } from '../../words';
import { browseWords } from '../../words/browse';
import { SharedDrawing } from '../SharedDrawing';

const words = browseWords.day;

/** Its figures, its timeline, and when several conversations went on at once. */
export function DayDrawn({ day: { timeline, overlaps, busy, shared, most } }: { day: AgentDay }) {
  const format = useFormat();
  // The lane of overlaps is no conversation.
  const conversations = timeline.lanes.length - (overlaps.length > 0 ? 1 : 0);
  return (
    <>
      <HiddenHeading level={2}>{siteWords.figures.label}</HiddenHeading>
      <dl className="flex flex-wrap gap-2 pb-3">
        <Figure name={words.conversations} value={format.count(conversations)} />
        <Figure name={words.busy} value={format.compact(busy)} />
        <Figure name={words.shared} value={format.compact(shared)} />
        <Figure name={words.most} value={format.count(most)} />
      </dl>
      <HiddenHeading level={2}>{siteWords.conversation.timeline}</HiddenHeading>
      <SharedDrawing timeline={timeline} clock="time" />
      {overlaps.length > 0 && <Overlaps overlaps={overlaps} />}
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="card min-w-28 px-2.5 py-1.5">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-lg leading-6 font-bold tabular-nums">{value}</dd>
    </div>
  );
}

function Overlaps({ overlaps }: { overlaps: readonly Overlap[] }) {
  const format = useFormat();
  return (
    <table aria-label={words.overlaps} className="mt-4 w-full max-w-xl border-collapse text-sm tabular-nums">
      <caption className="section-title pb-1 text-start">{words.overlaps}</caption>
      <thead>
        <tr className="text-xs text-muted">
          {[words.from, words.to, words.length, words.count].map((name) => (
            <th key={name} scope="col" className="py-1 text-end font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {overlaps.map(({ start, end, count }) => (
          <tr key={start} className="border-t border-line text-end">
            <td className="py-0.5">{format.clock(start)}</td>
            <td className="py-0.5">{format.clock(end)}</td>
            <td className="py-0.5">{format.compact(end - start)}</td>
            <td className="py-0.5">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
