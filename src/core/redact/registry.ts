import type { ReplacementKind } from './treatments';

/** One value that was replaced wherever it stood. */
export interface Replacement {
  kind: ReplacementKind;
  /** What stands in its place, e.g. `Name 1`. */
  placeholder: string;
  /** How often it was replaced. */
  count: number;
  /** The value itself, only for the preview. */
  sample?: string;
}

// The kind of a value that is seen as several: the first of these, so that a name is `Name 1` also where
// it is an attribute's value.
const PRECEDENCE: readonly ReplacementKind[] = [
  'name',
  'number',
  'address',
  'queue',
  'setting',
  'url',
  'note',
  'comment',
  'attribute',
  'text',
  'key',
  'id',
];

function prefixOf(kind: ReplacementKind): string {
  if (kind === 'id') return 'id-';
  return `${kind === 'url' ? 'URL' : kind.charAt(0).toUpperCase() + kind.slice(1)} `;
}

/** Digits, as many as a telephone number has, and what people write between them. */
export const TELEPHONE = '(\\d[\\s().-]*){7,}';
const NUMBER = new RegExp(`^[+(]*${TELEPHONE}$`);

/** `tel:+1555` and `+1 (555)` are one number, `ANNA` and `Anna` one name; ids are compared to the letter. */
function sameAs(kind: ReplacementKind, value: string): string {
  if (kind === 'id') return `id ${value}`;
  const text = value
    .trim()
    .toLowerCase()
    .replace(/^(tel|sips?|mailto):/, '');
  return `text ${NUMBER.test(text) ? text.replaceAll(/\D/g, '') : text}`;
}

/**
 * The same value has the same placeholder everywhere. For that everything is seen twice: a first round
 * learns the values and their kinds, a second replaces.
 */
export class Registry {
  #values = new Map<string, Replacement>();
  #numbers = new Map<ReplacementKind, number>();
  #learning = true;

  /** Learns a value, or tells (and counts) what stands in its place. */
  take(kind: ReplacementKind, value: string): string {
    if (value.trim() === '') return value;
    const known = this.#learn(kind, value);
    if (this.#learning) return value;
    // Nothing comes unlearned to the second round; if it did, it would still not come through.
    if (known.placeholder === '') this.#number(known);
    known.count += 1;
    return known.placeholder;
  }

  #learn(kind: ReplacementKind, value: string): Replacement {
    const key = sameAs(kind, value);
    const known = this.#values.get(key);
    if (known === undefined) {
      const learnt = { kind, placeholder: '', count: 0, sample: value };
      this.#values.set(key, learnt);
      return learnt;
    }
    if (this.#learning && PRECEDENCE.indexOf(kind) < PRECEDENCE.indexOf(known.kind)) known.kind = kind;
    return known;
  }

  #number(value: Replacement): void {
    const next = (this.#numbers.get(value.kind) ?? 0) + 1;
    this.#numbers.set(value.kind, next);
    value.placeholder = prefixOf(value.kind) + next;
  }

  /** Ends the first round: numbers the values of each kind in order of appearance. */
  settle(): void {
    this.#learning = false;
    for (const value of this.#values.values()) this.#number(value);
  }

  /** Whether the value is some person's name, number or address. */
  isPersonal(value: string): boolean {
    const kind = this.#values.get(sameAs('name', value))?.kind;
    return kind === 'name' || kind === 'number' || kind === 'address';
  }

  isId(value: string): boolean {
    return this.#values.has(sameAs('id', value));
  }

  /** What was replaced, in order of appearance; values only for the preview. */
  replaced(preview: boolean): Replacement[] {
    return [...this.#values.values()].map(({ sample, ...told }) => (preview ? { ...told, sample } : told));
  }
}
