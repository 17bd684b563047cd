import type { ParseInput } from '../../../workers/messages';
import { leftOutProblems } from '../../files/leftOut';
import type { ImportReport } from './library';
import { MOST_LISTED } from './listed';

/** Of an import for which there was no library. */
export const UNOPENED: ImportReport = {
  ending: 'unopened',
  added: 0,
  updated: 0,
  unchanged: 0,
  skipped: [],
  skippedCount: 0,
};

/** What came of an import, each remark with the file it is about: beside those of others a place alone says little. */
export function withFile(report: ImportReport, input: ParseInput): ImportReport {
  const only = input.kind === 'files' && input.files.length === 1 ? input.files[0] : undefined;
  if (!only) return report;
  return { ...report, skipped: report.skipped.map((each) => ({ file: only.name, ...each })) };
}

/** What came of an import, and what of its folders was left out. */
export function withLeftOut(report: ImportReport, input: ParseInput): ImportReport {
  const own = leftOutProblems(input);
  if (own.length === 0) return report;
  // First, as it is about all of them.
  const skipped = [...own, ...report.skipped].slice(0, MOST_LISTED);
  return { ...report, skipped, skippedCount: report.skippedCount + 1 };
}

/** Whether all that was chosen could not be read: then why is what there is to see. */
export function isOfNothing({ ending, added, updated, unchanged, skippedCount }: ImportReport): boolean {
  return ending === 'done' && skippedCount > 0 && added + updated + unchanged === 0;
}

/** What came of one import and of that which had waited for it, as of one. */
export function joinedReports(before: ImportReport, after: ImportReport): ImportReport {
  const replaced = (before.replaced ?? 0) + (after.replaced ?? 0);
  const deleted = (before.deleted ?? 0) + (after.deleted ?? 0);
  return {
    // What broke off is to be known, also when the next one went well.
    ending: after.ending === 'done' ? before.ending : after.ending,
    added: before.added + after.added,
    updated: before.updated + after.updated,
    unchanged: before.unchanged + after.unchanged,
    ...(replaced > 0 ? { replaced } : {}),
    ...(deleted > 0 ? { deleted } : {}),
    skipped: [...before.skipped, ...after.skipped].slice(0, MOST_LISTED),
    skippedCount: before.skippedCount + after.skippedCount,
  };
}
