import { assertNever } from '../model/assert-never';

/**
 * Ids of marks, stable as long as the data is: `<lane>/<track>/<n>` for segments, `<lane>/~role/<n>` and the
 * like for the rest, `~link/<n>` for links, `<lane>` for a lane. Slashes in ids of the data are escaped.
 */
export type MarkKey =
  | { kind: 'segment'; laneId: string; trackId: string; index: number }
  | { kind: 'role' | 'milestone' | 'limit'; laneId: string; index: number }
  | { kind: 'link'; index: number }
  | { kind: 'lane'; laneId: string };

function escaped(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F').replaceAll('~', '%7E');
}

function unescaped(id: string): string {
  return id.replaceAll('%7E', '~').replaceAll('%2F', '/').replaceAll('%25', '%');
}

export function markId(key: MarkKey): string {
  switch (key.kind) {
    case 'segment':
      return `${escaped(key.laneId)}/${escaped(key.trackId)}/${key.index}`;
    case 'link':
      return `~link/${key.index}`;
    case 'lane':
      return escaped(key.laneId);
    case 'role':
    case 'milestone':
    case 'limit':
      return `${escaped(key.laneId)}/~${key.kind}/${key.index}`;
    default:
      return assertNever(key);
  }
}

/** Ids come from addresses and hosts too: what is none gives nothing. */
export function parseMarkId(id: unknown): MarkKey | undefined {
  const [first = '', second, last, ...more] = typeof id === 'string' ? id.split('/') : [];
  if (more.length > 0 || first === '') return undefined;
  if (second === undefined) return { kind: 'lane', laneId: unescaped(first) };
  if (first === '~link' && last === undefined) return numbered(second, (index) => ({ kind: 'link', index }));
  if (last === undefined) return undefined;
  const laneId = unescaped(first);
  const kind = KINDS.find((kind) => second === `~${kind}`);
  return numbered(last, (index) =>
    kind === undefined
      ? { kind: 'segment', laneId, trackId: unescaped(second), index }
      : { kind, laneId, index },
  );
}

const KINDS = ['role', 'milestone', 'limit'] as const;

function numbered(text: string, key: (index: number) => MarkKey): MarkKey | undefined {
  return /^\d{1,9}$/.test(text) ? key(Number(text)) : undefined;
}
