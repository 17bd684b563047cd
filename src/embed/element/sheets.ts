import css from '../../timeline/style/all.css?inline';
import { tokenSheet } from '../../ui/tokens';

/**
 * Around the timeline: nothing that the page says of its texts reaches in, but for the font, the colour scheme
 * and the custom properties that theme it, which stand on the element where the page can set them. It has no width
 * of its own, so it takes what there is also where a flex row or a float would ask for one.
 */
const SHELL = `
:host { display: block; width: -webkit-fill-available; min-width: 0; }
:host([hidden]) { display: none; }
.pt-shell { all: initial; display: block; font-family: inherit; color-scheme: inherit; visibility: inherit; }
`;

const TOKENS = { all: ':host', themed: (theme: string) => `:host([theme='${theme}'])` };

/** Sheets serve all elements of a document, and no other document. Written once, then never changed. */
const made = new WeakMap<Document, readonly CSSStyleSheet[]>();

export function sheetsOf(page: Document): readonly CSSStyleSheet[] {
  const known = made.get(page);
  if (known) return known;
  const Sheet = page.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheets = [SHELL, tokenSheet(TOKENS), css].map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync?.(text); // the pages of jsdom, in which hosts test, have none
    return sheet;
  });
  made.set(page, sheets);
  return sheets;
}
