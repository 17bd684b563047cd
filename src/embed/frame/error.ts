import type { Problem } from '../../core/model/problem';
import type { FrameFaultCode } from '../protocol';

/**
 * Besides what the frame itself says: `invalid-frame`: the iframe has no address to frame yet, or a sandbox that
 * keeps it from answering. `untrusted-host`: this page has no origin that a frame could trust. `timeout`: no answer
 * in time. `no-answer`: the frame says nothing at all, because it shows another page or does not trust this one.
 * `detached`: the iframe is not in the page. `unclonable`: the payload cannot be posted, or holds itself.
 * `disconnected`: by `disconnect()`.
 */
export type TimelineFrameErrorCode =
  | FrameFaultCode
  | 'invalid-frame'
  | 'untrusted-host'
  | 'timeout'
  | 'no-answer'
  | 'detached'
  | 'unclonable'
  | 'disconnected';

/** What every request to a frame that fails is rejected with. */
export class TimelineFrameError extends Error {
  override readonly name = 'TimelineFrameError';
  readonly code: TimelineFrameErrorCode;
  /** Of a conversation that could not be read. */
  readonly problems: readonly Problem[];

  constructor(code: TimelineFrameErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}
