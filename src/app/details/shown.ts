import { folded, needlesOf } from '../../core/view/folded';

/** A value as it is shown: plain text, an address, named rows, a list of parts, or a table of two columns. */
export type Shown =
  | { kind: 'text'; text: string }
  /** `secret`: hidden until asked for. */
  | { kind: 'address'; text: string; secret: boolean }
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'parts'; parts: Part[] }
  | { kind: 'table'; rows: [name: string, text: string][] };

export interface Row {
  /** For people. */
  name: string;
  /** As the vendor writes it. */
  field: string;
  value: Shown;
}

/** One of several things of a kind: a communication, a segment, an evaluation. */
export interface Part {
  title: string;
  rows: Row[];
}

export interface Group {
  /** Stable: `identity` and so on, `other` for what the model does not know. */
  id: string;
  name: string;
  rows: Row[];
}

/** What is left of the groups when only fields that contain every word of the query may stay. */
export function filteredGroups(groups: readonly Group[], query: string): readonly Group[] {
  const needles = needlesOf(query);
  if (needles.length === 0) return groups;
  return groups
    .map((group) => ({ ...group, rows: filteredRows(group.rows, { needles, above: group.name }) }))
    .filter(({ rows }) => rows.length > 0);
}

interface Wanted {
  needles: readonly string[];
  /** The names on the way to here count too: “calls held” finds what is held in a call. */
  above: string;
}

function filteredRows(rows: readonly Row[], { needles, above }: Wanted): Row[] {
  return rows.flatMap((row) => {
    const path = `${above} ${row.name} ${row.field}`;
    if (matches(path, needles)) return [row];
    const value = filteredValue(row.value, { needles, above: path });
    return value ? [{ ...row, value }] : [];
  });
}

function filteredValue(value: Shown, wanted: Wanted): Shown | undefined {
  const { needles, above } = wanted;
  switch (value.kind) {
    case 'text':
      return matches(`${above} ${value.text}`, needles) ? value : undefined;
    case 'address':
      // What is hidden must not be guessed at by searching.
      return !value.secret && matches(`${above} ${value.text}`, needles) ? value : undefined;
    case 'rows': {
      const rows = filteredRows(value.rows, wanted);
      return rows.length > 0 ? { kind: 'rows', rows } : undefined;
    }
    case 'table': {
      const rows = value.rows.filter(([name, text]) => matches(`${above} ${name} ${text}`, needles));
      return rows.length > 0 ? { kind: 'table', rows } : undefined;
    }
    case 'parts':
    default: {
      const parts = value.parts.flatMap((part) => filteredPart(part, wanted));
      return parts.length > 0 ? { kind: 'parts', parts } : undefined;
    }
  }
}

function filteredPart(part: Part, { needles, above }: Wanted): Part[] {
  const path = `${above} ${part.title}`;
  if (matches(path, needles)) return [part];
  const rows = filteredRows(part.rows, { needles, above: path });
  return rows.length > 0 ? [{ ...part, rows }] : [];
}

function matches(text: string, needles: readonly string[]): boolean {
  const hay = folded(text);
  return needles.every((needle) => hay.includes(needle));
}
