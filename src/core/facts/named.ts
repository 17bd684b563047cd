import type { Named } from '../model/facts';

/** By the first name that is not empty; nothing where the data gives neither. */
export function named(id: string | undefined, ...names: (string | undefined)[]): Named | undefined {
  const name = names.find((each) => each?.trim());
  const known: Named = {};
  if (id) known.id = id;
  if (name) known.name = name;
  return id || name ? known : undefined;
}
