import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Timeline } from '../../core/model/timeline';
import type { Theme } from '../../ui/palette';
import { Figure } from './figure';
import type { SvgOptions } from './plan';
import { legalXml } from './xml';

/** The theme as seen, whoever decided it: on dark ground stand bright words. Hosts give colours in any notation. */
export function themeOf(root: Element | null): Theme {
  if (!root) return 'light';
  if (root.getAttribute('data-theme') === 'high-contrast') return 'high-contrast';
  const { color } = getComputedStyle(root);
  const [first = 0, second = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  // `lab`, `oklch` and their like begin with how light it is; of the others green comes nearest.
  const light = /^[rc]/.test(color) ? second : first;
  const most = color.startsWith('rgb') ? 255 : color.startsWith('l') ? 100 : 1;
  return light > most / 2 ? 'dark' : 'light';
}

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
