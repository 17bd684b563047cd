import { readUrl } from '../../core/timeline/url';

/**
 * Which page the frame listens to. `none`: its address names nobody, so it shows what the address holds and
 * talks to nobody. `refused`: what it names cannot be trusted.
 */
export type Trust =
  | { kind: 'trusted'; origin: string }
  | { kind: 'none' }
  | { kind: 'refused'; reason: 'malformed' | 'several' | 'not-listed' };

/** As browsers write it: `https://dashboard.example`, with a port only where it is not the usual one. */
function isOrigin(text: string): boolean {
  const url = text.includes('*') ? undefined : readUrl(text); // a star may stand in a URL
  return url?.origin === text && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The origins of a deployment's list, which stand apart by blanks; one that is none trusts nobody. */
export function listedOrigins(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((origin) => origin !== '');
}

/**
 * Exactly one origin, spelled as browsers spell it; `null`, `*` and all else that is no origin is refused.
 *
 * @param search of the frame's address
 * @param list of the deployment; empty: it has none, and any page may name itself
 */
export function trustOf(search: string, list: readonly string[]): Trust {
  const named = new URLSearchParams(search).getAll('parentOrigin');
  const [origin] = named;
  if (origin === undefined) return { kind: 'none' };
  if (named.length > 1) return { kind: 'refused', reason: 'several' };
  if (!isOrigin(origin)) return { kind: 'refused', reason: 'malformed' };
  if (list.length > 0 && !list.includes(origin)) return { kind: 'refused', reason: 'not-listed' };
  return { kind: 'trusted', origin };
}
