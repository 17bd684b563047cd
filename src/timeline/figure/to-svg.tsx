import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Timeline } from '../../core/model/timeline';
import { Figure } from './figure';
import type { SvgOptions } from './plan';
import { legalXml } from './xml';

/**
 * The picture by means of the page, which has React at hand anyway: no renderer for servers is loaded for it.
 *
 * @throws while React draws or runs effects, when it draws nothing else
 */
export function toSvg(timeline: Timeline, options: SvgOptions): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  try {
    flushSync(() => root.render(<Figure timeline={timeline} options={options} />));
    const picture = host.firstElementChild;
    if (!picture) throw new Error('No picture can be drawn while React renders or runs effects');
    return legalXml(new XMLSerializer().serializeToString(picture));
  } finally {
    root.unmount();
  }
}
