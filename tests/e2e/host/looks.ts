import type { Page } from '@playwright/test';

/** An element, and what is to be seen of it. */
export interface Look {
  element: string;
  look: { [property: string]: string };
}

/** What every element of a part of the page looks like: where it stands, and all that styles say of it. */
export async function looksOf(page: Page, selector: string): Promise<Look[]> {
  // As one text: to hand over a hundred thousand values by themselves takes longer than to find them.
  const text = await page.evaluate((selector) => {
    const root = document.querySelector(selector);
    if (!root) throw new Error(`No ${selector}`);
    const from = root.getBoundingClientRect();
    const name = (element: Element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`;
    const looks = [root, ...root.querySelectorAll('*')].map((element) => {
      const box = element.getBoundingClientRect();
      const near = (value: number) => String(Math.round(value * 2) / 2);
      const look: { [property: string]: string } = {
        left: near(box.left - from.left),
        top: near(box.top - from.top),
        width: near(box.width),
        height: near(box.height),
      };
      const styles = getComputedStyle(element);
      for (const property of styles) {
        // Said above, as seen; ids differ from page to page; of a transition only the end is a look.
        if (
          /^(--|inline-size|block-size|width|height|perspective-origin|transform-origin|transition)/.test(
            property,
          )
        )
          continue;
        look[property] = styles.getPropertyValue(property).replaceAll(/url\("#[^"]*-/g, 'url("#');
      }
      return { element: `${name(element.parentElement ?? element)} > ${name(element)}`, look };
    });
    return JSON.stringify(looks);
  }, selector);
  return JSON.parse(text) as Look[];
}

/** Where two of them differ, each element and property once. */
export function differences(one: readonly Look[], other: readonly Look[]): string[] {
  if (one.length !== other.length) return [`${one.length} elements here, ${other.length} there`];
  const found = one.flatMap(({ element, look }, place) =>
    Object.entries(look).flatMap(([property, value]) => {
      const there = other[place]?.look[property];
      return there === value ? [] : [`${element} { ${property}: ${value} → ${there} }`];
    }),
  );
  return [...new Set(found)];
}
