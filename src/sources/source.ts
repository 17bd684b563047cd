/** One entry of what a source holds. */
export interface SourceItem {
  id: string;
  title: string;
  /** What can be learnt from it, in one sentence. */
  teaches: string;
  format: string;
}

/**
 * Where documents come from. `Document` is what its reader makes of the text.
 * Both reject with a `SourceError`, or with the signal's reason when aborted.
 */
export interface Source<Document> {
  list(signal?: AbortSignal): Promise<readonly SourceItem[]>;
  get(id: string, signal?: AbortSignal): Promise<Document>;
}

/** `missing`: no such id. `unreachable`: no answer. `refused`: the host answered with an error. */
export type SourceErrorKind = 'missing' | 'unreachable' | 'refused';

/** Carries no values of the data: errors are shown and may be logged. */
export class SourceError extends Error {
  override name = 'SourceError';
  constructor(
    readonly kind: SourceErrorKind,
    readonly status?: number,
  ) {
    super(status === undefined ? kind : `${kind} ${status}`);
  }
}
