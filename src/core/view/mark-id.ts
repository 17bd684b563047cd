/**
 * Ids of marks, stable while a conversation grows: `<lane>/<track>/<n>` for segments, `<lane>/~role/<n>` and the
 * like for the rest, `<lane>/~controlling/<n>` for a link, by its kind among those of its lane, `<lane>` for a
 * lane. Slashes in ids of the data are escaped.
 */
export type MarkKey =
  | { kind: 'segment'; laneId: string; trackId: string; index: number }
  | { kind: 'role' | 'milestone' | 'limit'; laneId: string; index: number }
  | { kind: 'link'; link: string; laneId: string; index: number }
  | { kind: 'lane'; laneId: string };

function escaped(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F').replaceAll('~', '%7E');
}

function unescaped(id: string): string {
  return id.replaceAll('%7E', '~').replaceAll('%2F', '/').replaceAll('%25', '%');
}

export function markId(key: MarkKey): string {
  const lane = escaped(key.laneId);
  if (key.kind === 'lane') return lane;
  const word = key.kind === 'link' ? key.link : key.kind;
  const row = key.kind === 'segment' ? escaped(key.trackId) : `~${word}`;
  return `${lane}/${row}/${key.index}`;
}

/** Ids come from addresses and hosts too: what is none gives nothing. */
export function parseMarkId(id: unknown): MarkKey | undefined {
  const [first = '', second, last, ...more] = typeof id === 'string' ? id.split('/') : [];
  if (more.length > 0 || first === '') return undefined;
  if (second === undefined) return { kind: 'lane', laneId: unescaped(first) };
  if (last === undefined) return undefined;
  const laneId = unescaped(first);
  if (!second.startsWith('~'))
    return numbered(last, (index) => ({ kind: 'segment', laneId, trackId: unescaped(second), index }));
  const word = second.slice(1);
  const kind = KINDS.find((kind) => kind === word);
  return numbered(last, (index) =>
    kind === undefined ? { kind: 'link', link: word, laneId, index } : { kind, laneId, index },
  );
}

const KINDS = ['role', 'milestone', 'limit'] as const;

function numbered(text: string, key: (index: number) => MarkKey): MarkKey | undefined {
  return /^\d{1,9}$/.test(text) ? key(Number(text)) : undefined;
}
