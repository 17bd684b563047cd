import type { FoundProblem } from '../../workers/messages';

/** A place in the text: lines and columns from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The text box, be it the rich editor or the plain one that stands in for it. */
export interface Box {
  text(): string;
  /** Replaces all of it, so that it can be undone where the box can undo. */
  setText(text: string): void;
  /** Puts the cursor there and brings it into sight. */
  reveal(place: Place): void;
  /** Marks where reading found something wrong; the marks move with the text as it is edited. */
  showProblems(problems: readonly FoundProblem[]): void;
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

/** From here on a text box takes long only to lay the text out. */
export const HELD_FROM = 1_000_000;
