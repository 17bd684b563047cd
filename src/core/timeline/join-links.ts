import type { Lane } from '../model/timeline';
import { isUnsafeUrl, readUrl } from './url';

/** An address in the data by which whoever has it may join a co-browse session. */
export interface JoinLink {
  url: string;
  /** Whose it is, in punycode, so that look-alikes show. */
  host: string;
}

/** The links of a lane that may be opened: absolute, plain https, each once. None is opened without being asked. */
export function joinLinksOf({ participant }: Lane): JoinLink[] {
  const own = [participant, ...(participant.cobrowsesessions ?? []), ...(participant.sessions ?? [])];
  const texts = new Set(own.map(({ viewerUrl }) => viewerUrl));
  return [...texts].flatMap((text) => {
    const url = text === undefined || isUnsafeUrl(text) ? undefined : readUrl(text);
    return url ? [{ url: url.href, host: url.host }] : [];
  });
}
