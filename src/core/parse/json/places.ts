/** Where a character stands, for people. Both count from 1, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/**
 * Lines and columns of offsets that only grow, in text that may come in pieces and be dropped again.
 * Each character is looked at once, so a thousand problems cost no more than one.
 */
export class Places {
  private line = 1;
  private lineStart = 0;
  /** No line break is left before this offset: else each call would look for the next one again. */
  private clear = 0;

  /** The place of `offset` in `text`, whose first character is the `base`-th of the whole input. */
  of(text: string, base: number, offset: number): Place {
    this.advance(text, base, offset);
    return { line: this.line, column: base + offset - this.lineStart + 1 };
  }

  /** Counts the lines up to `offset`, since the text before it is about to be dropped. */
  advance(text: string, base: number, offset: number): void {
    while (base + offset > this.clear) {
      const at = text.indexOf('\n', this.clear - base);
      if (at < 0) this.clear = base + text.length;
      else if (at >= offset) this.clear = base + at;
      else {
        this.line += 1;
        this.lineStart = base + at + 1;
        this.clear = this.lineStart;
      }
      if (at < 0) break;
    }
  }
}
