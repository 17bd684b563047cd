import { readUrl } from '../../core/timeline/url';
import { TimelineFrameError } from './error';

/** Without the second the frame's origin is “null”, which neither side trusts. */
const NEEDED = ['allow-scripts', 'allow-same-origin'];

/**
 * The address of the frame, which has to say which page it may trust. An iframe whose address says nothing, or
 * another page, is told of this one, and loads once more for it; write `?parentOrigin=` yourself to spare that. The
 * same goes for `dir=rtl` where the page runs from right to left.
 *
 * @throws {TimelineFrameError} where there is no address, no script may run there, or one of the two has no origin
 */
export function settleAddress(iframe: HTMLIFrameElement, host: Window): URL {
  const { origin } = host; // that of its address is “null” where its host wrote the page: about:blank, srcdoc
  if (origin === 'null') {
    throw new TimelineFrameError('untrusted-host', 'A page without an origin of its own is never trusted');
  }
  const url = addressOf(iframe);
  if (!url) {
    throw new TimelineFrameError(
      'invalid-frame',
      'The iframe needs the address of the frame in its src first',
    );
  }
  const sandbox = iframe.getAttribute('sandbox')?.toLowerCase();
  if (sandbox !== undefined && !NEEDED.every((word) => sandbox.includes(word))) {
    throw new TimelineFrameError('invalid-frame', `The sandbox lacks ${NEEDED.join(' or ')}`);
  }
  const { searchParams: said } = url;
  const rtl = !said.has('dir') && host.getComputedStyle(iframe).direction === 'rtl';
  if (rtl) said.set('dir', 'rtl');
  if (rtl || said.get('parentOrigin') !== origin) {
    said.set('parentOrigin', origin);
    iframe.src = url.href;
  }
  return url;
}

function addressOf(iframe: HTMLIFrameElement): URL | undefined {
  const src = iframe.getAttribute('src') ?? '';
  const url = src === '' ? undefined : readUrl(src, iframe.baseURI);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
