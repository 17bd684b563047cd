import { renderToStaticMarkup } from 'react-dom/server';
import type { Timeline } from '../core/model/timeline';
import { Figure } from '../timeline/figure/figure';
import type { SvgOptions } from '../timeline/figure/plan';
import { legalXml } from '../timeline/figure/xml';

export type { SvgOptions };

/** A timeline as a picture that stands alone: the same drawing as on the screen, without a page. */
export function renderSvg(timeline: Timeline, options: SvgOptions = {}): string {
  return legalXml(
    renderToStaticMarkup(<Figure timeline={timeline} options={options} xmlns="http://www.w3.org/2000/svg" />),
  );
}
