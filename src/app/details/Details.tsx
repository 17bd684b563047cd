import { X } from 'lucide-react';
import type { Conversation, Evidence, Timeline } from '../../core/index';
import { findMark } from '../../core/view/marks';
import { nameOf } from '../../ui/speech';
import type { FoundProblem } from '../../workers/messages';
import type { Source } from '../json/source';
import { below, Heading, type Level } from '../parts/Heading';
import { Place, Places } from '../parts/Places';
import { Pointer } from '../parts/Pointer';
import { Value } from '../parts/Value';
import { hasPlace, type ProblemIndex } from '../problems/ofMark';
import { ProblemItem } from '../problems/ProblemItem';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { ConversationFacts } from './ConversationFacts';
import type { Names } from './describe';
import { evidenceValue } from './evidence';
import { evidenceOf, factsOf, headingOf } from './facts';
import { FactList } from './FactList';
import { inShort } from './inShort';
import { ParticipantFields } from './ParticipantFields';
import { ruleSentence } from './rules';

interface DetailsProps {
  timeline: Timeline;
  conversation: Conversation;
  source: Source | undefined;
  selected: string | undefined;
  wrong: ProblemIndex;
  level: Level;
  onClear: () => void;
  onSelect: (id: string) => void;
  onPointer: (pointer: string) => void;
  onProblem: (found: FoundProblem) => void;
}

const { details } = words;

/** What is known about the selected mark, why it is there, what is wrong, and all that the data says of its participant. */
export function Details({ timeline, selected, level, onClear, onSelect, ...rest }: DetailsProps) {
  const format = useFormat();
  const mark = selected === undefined ? undefined : findMark(timeline, selected);
  if (!mark) {
    return (
      <ConversationFacts
        level={level}
        timeline={timeline}
        conversation={rest.conversation}
        onSelect={onSelect}
      />
    );
  }
  const evidence = evidenceOf(mark);
  const lane = mark.kind === 'link' ? mark.from : mark.lane;
  const short = <FactList facts={inShort(lane, timeline, format)} />;
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <Heading level={level} className="min-w-0 pt-1 font-semibold break-words">
          <Value>{headingOf(mark)}</Value>
        </Heading>
        <button
          type="button"
          className="icon-button print:hidden"
          aria-label={details.clear}
          title={details.clear}
          onClick={onClear}
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </div>
      {mark.kind === 'lane' ? short : <FactList facts={factsOf(mark, format)} />}
      {evidence && <Why level={below(level)} evidence={evidence} {...rest} />}
      <Wrong level={below(level)} problems={rest.wrong.around(mark)} onProblem={rest.onProblem} />
      <div className="mt-6 border-t border-line pt-4">
        {mark.kind !== 'lane' && (
          <>
            <p className="text-sm font-semibold">
              <Value>{details.participant(nameOf(lane))}</Value>
            </p>
            {short}
          </>
        )}
      </div>
      {/* A filter is of this participant: another one starts without. */}
      <ParticipantFields key={lane.id} participant={lane.participant} names={namesIn(timeline)} />
    </>
  );
}

/** More are a panel of their own. */
const MOST_WRONG = 20;

interface WrongProps extends Pick<DetailsProps, 'level' | 'onProblem'> {
  problems: readonly FoundProblem[];
}

function Wrong({ level, problems, onProblem }: WrongProps) {
  if (problems.length === 0) return null;
  const more = problems.length - MOST_WRONG;
  return (
    <>
      <Heading level={level} className="section-title mt-5">
        {details.wrong}
      </Heading>
      <ul aria-label={details.wrong} className="mt-1.5 flex flex-col gap-1.5">
        {problems.slice(0, MOST_WRONG).map((found, index) => (
          <ProblemItem
            key={index}
            found={found}
            onPlace={hasPlace(found) ? () => onProblem(found) : undefined}
          />
        ))}
      </ul>
      {more > 0 && <p className="mt-1.5 text-sm text-muted">{details.moreWrong(more)}</p>}
    </>
  );
}

function namesIn({ lanes }: Timeline): Names {
  const names = new Map<string, string>();
  for (const lane of lanes) {
    for (const { id } of lane.tracks) names.set(id, nameOf(lane));
    names.set(lane.id, nameOf(lane));
  }
  return names;
}

interface WhyProps extends Pick<DetailsProps, 'conversation' | 'source' | 'onPointer'> {
  level: Level;
  evidence: Evidence;
}

/** The rule in plain words, and the values it used, each a way to its place in the text. */
function Why({ level, evidence, conversation, source, onPointer }: WhyProps) {
  return (
    <>
      <Heading level={level} className="section-title mt-5">
        {details.why}
      </Heading>
      <p className="mt-1.5 text-sm">{ruleSentence(evidence.rule)}.</p>
      <Places label={details.evidenceLead}>
        {evidence.pointers.map((pointer) => (
          <Place key={pointer} pointer={pointer} onPointer={onPointer}>
            <span className="font-mono">
              <Pointer text={pointer} />
            </span>
            <span className="block text-sm text-ink">
              <Value>{evidenceValue(pointer, conversation, source)}</Value>
            </span>
          </Place>
        ))}
      </Places>
    </>
  );
}
