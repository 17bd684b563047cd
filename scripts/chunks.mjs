import { basename, resolve } from 'node:path';

/**
 * @typedef {object} Info
 * @property {readonly string[]} importedIds
 * @property {readonly string[]} dynamicallyImportedIds
 *
 * @typedef {(id: string) => Info | null} InfoOf
 */

/**
 * A module and all that it needs to start.
 *
 * @param {string} root
 * @param {InfoOf} infoOf
 */
function startOf(root, infoOf) {
  const seen = new Set([root]);
  for (const id of seen) for (const next of infoOf(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/** Entries that share something with more than so many others share it with all. */
const MANY = 3;

/**
 * The chunk of every module that an entry needs to start.
 *
 * @param {{ readonly [name: string]: string }} entries
 * @param {InfoOf} infoOf
 */
function chunksOf(entries, infoOf) {
  /** @type {Map<string, string[]>} */
  const needed = new Map();
  for (const [name, file] of Object.entries(entries)) {
    for (const id of startOf(resolve(file), infoOf)) needed.set(id, [...(needed.get(id) ?? []), name]);
  }
  /** @type {Map<string, Set<string>>} What is loaded on demand, and by which entries. */
  const loaded = new Map();
  for (const [id, names] of needed) {
    for (const part of infoOf(id)?.dynamicallyImportedIds ?? []) {
      const by = loaded.get(part) ?? new Set();
      for (const name of names) by.add(name);
      loaded.set(part, by);
    }
  }
  // What nearly all need is little: two files of a few hundred bytes would weigh more than they spare one of them.
  const chunks = new Map(
    [...needed].map(([id, names]) => [id, names.length > MANY ? 'most' : names.join('-')]),
  );
  for (const [part, by] of loaded) {
    for (const id of startOf(part, infoOf)) {
      const there = needed.get(id);
      // What its entry has started with needs no chunk of its own for it.
      if (!there || [...by].every((name) => there.includes(name))) continue;
      chunks.set(id, `${chunks.get(id)}-${basename(part).replace(/\.\w+$/, '')}`);
    }
  }
  return chunks;
}

/**
 * Says which chunk of the package a module belongs to: the one of all modules that the same entries need to
 * start. So no entry brings with it what only another one needs, and what is loaded on demand does not tear what
 * it shares with its entry into ever smaller chunks.
 *
 * @param {{ readonly [name: string]: string }} entries names and files
 */
export function chunksByEntry(entries) {
  /** @type {Map<string, string> | undefined} */
  let chunks;
  const roots = new Set(Object.values(entries).map((file) => resolve(file)));
  /**
   * @param {string} id
   * @param {{ getModuleInfo: InfoOf }} context
   */
  function name(id, context) {
    chunks ??= chunksOf(entries, (other) => context.getModuleInfo(other));
    return (roots.has(id) ? undefined : chunks.get(id)) ?? null;
  }
  return { includeDependenciesRecursively: false, groups: [{ name }] };
}
