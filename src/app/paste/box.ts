import type { Problem } from '../../core/index';
import type { FoundProblem } from '../../workers/messages';

/** The text box, be it the rich editor or the plain one that stands in for it. */
export interface Box {
  text(): string;
  /** Replaces all of it, so that it can be undone where the box can undo. */
  setText(text: string): void;
  /** Puts the cursor where the problem is and brings that into sight. */
  reveal(problem: Problem): void;
  /** Marks where reading found something wrong; the marks move with the text as it is edited. */
  showProblems(read: Read | undefined): void;
}

/** What reading a text found wrong with it. */
export interface Read {
  text: string;
  problems: readonly FoundProblem[];
}

/** Where the hands were when one box took the place of the other. */
export interface Caret {
  from: number;
  to: number;
  focused: boolean;
}

export interface BoxEvents {
  onInput: () => void;
  /** The keys that stand for the button. */
  onShow: () => void;
  /** The box now holds a pasted document and nothing else. */
  onDocument: () => void;
  /** A document too large for the box has come; it is not in the box. */
  onLarge: (text: string) => void;
}
