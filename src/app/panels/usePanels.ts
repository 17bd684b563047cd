import { type RefObject, useState } from 'react';
import type { ProblemCode } from '../../core/index';
import type { ParticipantTimelineHandle } from '../../timeline/index';
import type { FoundProblem } from '../../workers/messages';
import { useKeptPanel } from './kept';
import type { PanelName } from './Tabs';

/** A place of the text that somebody asked to see. A new object each time: the same place may be asked for twice. */
export type Jump =
  | { pointer: string }
  /** `around` is the value in which it lies. */
  | { line: number; column?: number; file?: string; around: string };

/** What is wrong with the text itself, somewhere in the value that the pointer leads to. */
const OF_TEXT: ReadonlySet<ProblemCode> = new Set(['invalid-json', 'truncated-input']);

export interface Panels {
  tab: PanelName;
  open: (tab: PanelName) => void;
  jump: Jump | undefined;
  /** Of the timeline and the Events table: its details are shown, or its place in the text if that is open. */
  onChosen: (id: string | undefined) => void;
  /** What was chosen last, and the panel that shows it; a new object each time. */
  chosen: { id: string | undefined; tab: PanelName } | undefined;
  /** Selects without leaving the panel. */
  select: (id: string | undefined) => void;
  showPointer: (pointer: string) => void;
  showProblem: (found: FoundProblem) => void;
}

/** Which panel is open, and what leads from one to another. */
export function usePanels(
  initial: PanelName,
  drawing: RefObject<ParticipantTimelineHandle | null>,
  onSelected: (id: string | undefined) => void,
): Panels {
  const [tab, setTab] = useKeptPanel(initial);
  const [jump, setJump] = useState<Jump>();
  const [chosen, setChosen] = useState<Panels['chosen']>();

  function goTo(next: Jump) {
    setJump(next);
    setTab('json');
  }
  return {
    tab,
    open: setTab,
    jump,
    chosen,
    onChosen(id) {
      const next = tab === 'json' ? tab : 'details';
      setChosen({ id, tab: next });
      if (id === undefined) return;
      setJump(undefined);
      setTab(next);
    },
    select(id) {
      setJump(undefined);
      // Through the timeline, which brings it into sight too.
      drawing.current?.select(id);
      // After it, for the timeline makes its views of the one it has.
      onSelected(id);
    },
    showPointer: (pointer) => goTo({ pointer }),
    showProblem({ problem, file }) {
      const { code, line, column, pointers } = problem;
      const [pointer = ''] = pointers;
      // A pointer leads to the whole value, a line and column to its first character.
      const atCharacter = pointer === '' || OF_TEXT.has(code);
      if (line !== undefined && atCharacter) goTo({ line, column, file, around: pointer });
      else goTo({ pointer });
    },
  };
}
