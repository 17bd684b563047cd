import { type ReactNode, useState } from 'react';
import type { Found, ParseOutcome } from '../../workers/found';
import type { FoundProblem, ParseInput } from '../../workers/messages';
import { mistaken } from '../paste/mistaken';
import { NothingHere } from '../parts/NextSteps';
import { ProblemPanel } from '../problems/ProblemPanel';
import { words } from '../words';
import { ConversationList } from './ConversationList';
import { ConversationView } from './ConversationView';

interface ResultViewProps {
  outcome: ParseOutcome;
  /** What it was read from. */
  input?: ParseInput;
  /** Of the whole input, where it is known by a name. */
  title?: string;
  level: 1 | 2;
  /** Set from outside; else the view keeps it. */
  chosen?: string;
  onChoose?: (id: string) => void;
  renderAside?: (found: Found) => ReactNode;
  inAddress?: boolean;
  /** Goes to a place of the text; where there is no conversation, problems have no panel of JSON to go to. */
  onPlace?: (found: FoundProblem) => void;
}

/** What an input held: its one conversation, or a list of them and the chosen one. */
export function ResultView({
  outcome,
  input,
  title,
  level,
  renderAside,
  inAddress,
  onPlace,
  ...choice
}: ResultViewProps) {
  const [own, setOwn] = useState<string>();
  const chosenId = choice.chosen ?? own;
  const chosen = outcome.found.find(({ summary }) => summary.id === chosenId) ?? outcome.found[0];
  const several = outcome.found.length > 1;

  if (!chosen)
    return <NothingFound outcome={outcome} input={input} title={title} level={level} onPlace={onPlace} />;
  return (
    <>
      {several && level === 1 && <h1 className="pt-4 text-lg font-bold">{title ?? words.list.heading}</h1>}
      {several && (
        <ConversationList
          found={outcome.found}
          chosen={chosen.summary.id}
          onChoose={choice.onChoose ?? setOwn}
        />
      )}
      <ConversationView
        found={chosen}
        reading={outcome}
        input={input}
        title={several ? undefined : title}
        level={several ? 2 : level}
        aside={renderAside?.(chosen)}
        inAddress={inAddress && !several}
      />
    </>
  );
}

/** Why there is none, as far as it is known. */
function NothingFound({
  outcome: { ending, problems, problemCount },
  input,
  title,
  level,
  onPlace,
}: Pick<ResultViewProps, 'outcome' | 'input' | 'title' | 'level' | 'onPlace'>) {
  const instead = mistaken(input);
  return (
    <>
      {level === 1 && <h1 className="pt-4 text-lg font-bold">{title ?? words.conversation.title}</h1>}
      {/* Of what was not read to its end nobody knows, and where it comes from says so. */}
      {ending === 'done' && <p className="pt-4">{words.reading.nothing}</p>}
      {instead !== undefined && <p className="mt-1 max-w-prose">{instead}</p>}
      {problemCount > 0 && (
        <>
          {/* Under the page's own heading, whichever that is. */}
          <h2 className="section-title pt-4 pb-2">{words.problems.heading}</h2>
          <ProblemPanel problems={problems} count={problemCount} onPlace={onPlace} />
        </>
      )}
      <NothingHere />
    </>
  );
}
