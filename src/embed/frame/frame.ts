import { readUrl } from '../../core/timeline/url';
import { settleAddress } from './address';
import { FrameClient } from './client';
import { TimelineFrameError } from './error';
import type { TimelineFrame, TimelineFrameOptions } from './types';

export type { Problem } from '../../core/model/problem';
export type { Mark } from '../../core/view/marks';
export type { Range } from '../../core/view/range';
export type { Overlays, View, ViewInit } from '../../core/view/view';
export type { Theme } from '../../ui/palette';
export type {
  ExportRequest,
  FrameExport,
  FrameFault,
  FrameFaultCode,
  FrameLoaded,
  FrameReady,
  FrameRequests,
  FrameResults,
  LoadRequest,
} from '../protocol';
export { TimelineFrameError, type TimelineFrameErrorCode } from './error';
export type { TimelineFrame, TimelineFrameEvents, TimelineFrameOptions } from './types';

/**
 * Talks to the timeline in an iframe whose `src` is the `/embed` page of a site.
 *
 * @throws {TimelineFrameError} where the iframe has no address yet, its sandbox keeps it from answering, this page
 * has no origin to be trusted by, or the origin that is given is none
 */
export function connectTimelineFrame(
  iframe: HTMLIFrameElement,
  options: TimelineFrameOptions = {},
): TimelineFrame {
  const host = iframe.ownerDocument.defaultView;
  if (!host) throw new TimelineFrameError('detached', 'The iframe belongs to no page that is shown');
  const { origin } = settleAddress(iframe, host);
  const wanted = options.origin ?? origin;
  if (readUrl(wanted)?.origin !== wanted)
    throw new TimelineFrameError('invalid-frame', `Not the exact origin of a page: ${wanted}`);
  return new FrameClient({ iframe, host, origin: wanted }, options);
}
