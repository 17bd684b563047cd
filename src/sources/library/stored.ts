/** What was stored of conversations. */
export interface Stored {
  /** So many were not there before. */
  added: number;
  updated: number;
  /** Of those that were updated: what was stored could not be read any more. Absent: of none. */
  replaced?: number;
  /** Deleted while the import went on, and left so. Absent: none. */
  deleted?: number;
}

/** Counts more to what there is. */
export function count({ added, updated, replaced = 0, deleted = 0 }: Stored, to: Stored): void {
  to.added += added;
  to.updated += updated;
  if (replaced > 0) to.replaced = (to.replaced ?? 0) + replaced;
  if (deleted > 0) to.deleted = (to.deleted ?? 0) + deleted;
}
