import type { Named } from '../model/facts';

/** Nothing where the data gives neither. */
export function named(id: string | undefined, name: string | undefined): Named | undefined {
  const known: Named = {};
  if (id) known.id = id;
  if (name) known.name = name;
  return id || name ? known : undefined;
}
