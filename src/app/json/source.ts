import { BODY, type Positions, positionsIn, type Span } from './positions';

/** One text that was read: the only one, a file among several, or what a HAR holds in base64. */
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
  /** The texts of the input, then those that were unpacked from them. */
  readonly texts: readonly SourceText[];
  locate(pointer: string): SourcePlace | undefined;
  pointersAt(index: number, offset: number): string[];
  /** What stands at a pointer, as it is spelled there. */
  literal(pointer: string): string | undefined;
}

/** Looking through more than this is felt: values are then told as they were read. */
const LITERAL_CHARACTERS = 8_000_000;

interface Held extends SourceText {
  /** What the pointers of its places begin with. */
  prefix: string;
  positions: Positions;
}

/** With several files every pointer begins with the place of its file, as if the files were one array. */
export function createSource(given: readonly SourceText[]): Source {
  let made: Held[] | undefined;
  const size = given.reduce((sum, { text }) => sum + text.length, 0);

  function held(): Held[] {
    made ??= holdAll(given);
    return made;
  }
  function locate(pointer: string): SourcePlace | undefined {
    // What was unpacked comes last, and knows its places best.
    const index = held().findLastIndex(({ prefix }) => begins(pointer, prefix));
    const text = held()[index];
    const span = text?.positions.locate(pointer.slice(text.prefix.length));
    return span && { ...span, index };
  }
  return {
    get texts() {
      return held();
    },
    locate,
    pointersAt(index, offset) {
      const text = held()[index];
      return (text?.positions.pointersAt(offset) ?? []).map((pointer) => text?.prefix + pointer);
    },
    literal(pointer) {
      if (size > LITERAL_CHARACTERS) return undefined;
      const place = locate(pointer);
      return place && !place.within ? held()[place.index]?.text.slice(place.from, place.to) : undefined;
    },
  };
}

/** `/1` begins `/1/x`, `/1#` and `/1`, but not `/12`. */
function begins(pointer: string, prefix: string): boolean {
  const next = pointer.charAt(prefix.length);
  return pointer.startsWith(prefix) && (next === '' || '/#'.includes(next) || prefix.endsWith('#'));
}

function holdAll(given: readonly SourceText[]): Held[] {
  const several = given.length > 1;
  const whole = given.map(
    ({ name, text }, index): Held => ({
      name,
      text,
      prefix: several ? `/${index}` : '',
      positions: positionsIn(text),
    }),
  );
  return [...whole, ...whole.flatMap(unpackedFrom)];
}

function unpackedFrom({ name, text, prefix, positions }: Held): Held[] {
  // Most texts hold no HAR, and need not be looked through for one.
  if (!text.includes('base64')) return [];
  return positions.packed().map(({ pointer, text }) => ({
    name: [name, pointer.slice(0, -BODY.length)].filter(Boolean).join(' '),
    text,
    prefix: `${prefix}${pointer}#`,
    positions: positionsIn(text),
  }));
}
