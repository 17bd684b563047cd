import type { Evidence, Timeline } from '../../core/index';
import { findMark } from '../../core/view/marks';
import { useFormat } from '../useFormat';
import { below, Heading } from '../parts/Heading';
import { Pointer } from '../parts/Pointer';
import { Value } from '../parts/Value';
import { words } from '../words';
import { evidenceOf, factsOf, headingOf } from './facts';
import { ParticipantFields } from './ParticipantFields';
import { type Fact, FactList } from './FactList';

interface DetailsProps {
  timeline: Timeline;
  selected: string | undefined;
  level: 1 | 2;
  onClear: () => void;
}

/** What is known about the selected mark, and which places of the JSON say so. */
export function Details({ timeline, selected, level, onClear }: DetailsProps) {
  const format = useFormat();
  const mark = selected === undefined ? undefined : findMark(timeline, selected);
  const facts: Fact[] = mark ? factsOf(mark, format) : [];
  const evidence = mark && evidenceOf(mark);
  return (
    <section
      aria-labelledby="details"
      className="py-4 wide:sticky wide:top-0 wide:max-h-dvh wide:overflow-y-auto"
    >
      <div className="flex min-h-9 items-center justify-between">
        <Heading level={below(level)} id="details" className="section-title">
          {words.details.heading}
        </Heading>
        {mark && (
          <button type="button" className="button print:hidden" onClick={onClear}>
            {words.details.clear}
          </button>
        )}
      </div>
      {!mark && <p className="mt-2 text-sm text-muted">{words.details.empty}</p>}
      {mark && (
        <>
          <p className="mt-2 font-semibold break-words">
            <Value>{headingOf(mark)}</Value>
          </p>
          <FactList facts={facts} />
          {evidence && <EvidenceList evidence={evidence} />}
          {'lane' in mark && <ParticipantFields participant={mark.lane.participant} />}
        </>
      )}
    </section>
  );
}

function EvidenceList({ evidence }: { evidence: Evidence }) {
  return (
    <>
      <p className="section-title mt-5">{words.details.evidence}</p>
      <ul
        aria-label={words.details.evidenceLead}
        className="card mt-2 px-2.5 py-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]"
      >
        {evidence.pointers.map((pointer) => (
          <li key={pointer}>
            <Pointer text={pointer} />
          </li>
        ))}
      </ul>
    </>
  );
}
