import { type Positions, positionsIn, type Span } from './positions';

/** One text that was read: the only one, or a file among several. */
export interface SourceText {
  name?: string;
  text: string;
}

/** A place in one of the texts. */
export interface SourcePlace extends Span {
  /** Place of the text among all. */
  index: number;
}

/** The input as it came. Texts are looked through when they are first asked about, each only once. */
export interface Source {
  texts: readonly SourceText[];
  locate(pointer: string): SourcePlace | undefined;
  pointersAt(index: number, offset: number): string[];
  /** What stands at a pointer, as it is spelled there. */
  literal(pointer: string): string | undefined;
}

/** With several files every pointer begins with the place of its file, as if the files were one array. */
export function createSource(texts: readonly SourceText[]): Source {
  const made = new Map<number, Positions>();
  const several = texts.length > 1;

  function positions(index: number): Positions | undefined {
    const source = texts[index];
    if (!source) return undefined;
    const known = made.get(index) ?? positionsIn(source.text);
    made.set(index, known);
    return known;
  }
  function locate(pointer: string): SourcePlace | undefined {
    const [, first = '', rest = ''] = several ? (/^\/(\d+)(.*)$/s.exec(pointer) ?? []) : ['', '0', pointer];
    if (first === '') return undefined;
    const index = Number(first);
    const span = positions(index)?.locate(rest);
    return span && { ...span, index };
  }
  return {
    texts,
    locate,
    pointersAt(index, offset) {
      const prefix = several ? `/${index}` : '';
      return (positions(index)?.pointersAt(offset) ?? []).map((pointer) => prefix + pointer);
    },
    literal(pointer) {
      const place = locate(pointer);
      return place && !place.within ? texts[place.index]?.text.slice(place.from, place.to) : undefined;
    },
  };
}

/** Offset of a line and column, both from 1, a byte order mark not counted. */
export function offsetOf(text: string, line: number, column = 1): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) break;
    start = newline + 1;
  }
  const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return Math.min(start + mark + column - 1, text.length);
}
