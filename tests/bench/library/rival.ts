import type { Prepared } from '../../../src/sources/library/prepared';
import type { SqlValue } from '../../../src/sources/library/sql';

/** Writes what is ready-made, and answers the packed rows of “one range, sorted, first 50 rows”. */
export interface Writer {
  write: (all: readonly Prepared[]) => void | Promise<void>;
  query: (least: number) => (SqlValue | undefined)[] | Promise<(SqlValue | undefined)[]>;
}
