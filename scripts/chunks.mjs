import { resolve } from 'node:path';

/** Declarations go their own way. */
const DECLARATION = /\.d\.[cm]?ts$/;

/**
 * Says which chunk of the package a module belongs to: the one of all modules that the same entries need to
 * start. So no entry brings with it what only another one needs, and what is loaded on demand does not tear what
 * it shares with its entry into ever smaller chunks.
 *
 * @param {{ readonly [name: string]: string }} entries names and files
 */
export function chunksByEntry(entries) {
  /** @type {Map<string, string[]> | undefined} */
  let needed;

  /** @param {(id: string) => { importedIds: readonly string[] } | null} infoOf */
  function measure(infoOf) {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const [name, file] of Object.entries(entries)) {
      const open = [resolve(file)];
      const seen = new Set(open);
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        found.set(id, [...(found.get(id) ?? []), name]);
        for (const next of infoOf(id)?.importedIds ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
      }
    }
    return found;
  }

  const roots = new Set(Object.values(entries).map((file) => resolve(file)));
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        /**
         * @param {string} id
         * @param {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} context
         */
        name(id, context) {
          if (DECLARATION.test(id) || roots.has(id)) return null;
          needed ??= measure((other) => context.getModuleInfo(other));
          return needed.get(id)?.join('-') ?? null;
        },
      },
    ],
  };
}
