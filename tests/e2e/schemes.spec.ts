import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { transform } from 'lightningcss';

/** Browsers that do not know `light-dark()` yet, as Vite and Next count on them unless told otherwise. */
const OLDER = { chrome: 111 << 16, firefox: 114 << 16, safari: (16 << 16) | (4 << 8) };

function rewritten(css: string): string {
  return transform({ filename: 'host.css', code: Buffer.from(css), targets: OLDER }).code.toString();
}

const component = readFileSync('lib/style.css', 'utf8');
const LIGHT = 'rgb(15, 118, 110)';
const DARK = 'rgb(26, 125, 102)';

/** How a host says which colour scheme it has, and what it then is. */
const HOSTS = [
  { host: 'says nothing', css: '', style: '', scheme: LIGHT },
  { host: 'says it in its style sheet', css: 'html { color-scheme: dark }', style: '', scheme: DARK },
  { host: 'says it in a layer', css: '@layer base { html { color-scheme: dark } }', style: '', scheme: DARK },
  { host: 'has it set by a script', css: '', style: 'color-scheme: dark', scheme: DARK },
  { host: 'has it from a server', css: '', style: 'color-scheme:dark', scheme: DARK },
];

for (const { host, css, style, scheme } of HOSTS) {
  for (const bundler of ['leaves', 'rewrites']) {
    test(`where a host ${host}, and its bundler ${bundler} light-dark(), the colours follow`, async ({
      page,
    }) => {
      const built = bundler === 'leaves' ? (text: string) => text : rewritten;
      expect(built(component).includes('light-dark(')).toBe(bundler === 'leaves');
      const root = (theme: string) =>
        `<div class="pt-root" part="root" ${theme}><svg><rect fill="var(--pt-connected)" /></svg></div>`;
      const themes = ['', 'data-theme="light"', 'data-theme="dark"', 'data-theme="system"'].map(root);
      await page.setContent(
        `<html style="${style}"><style>${built(component)}${built(css)}</style>${themes.join('')}</html>`,
      );
      const fills = await page
        .locator('rect')
        .evaluateAll((all) => all.map((rect) => getComputedStyle(rect).fill));
      expect(fills).toEqual([scheme, LIGHT, DARK, LIGHT]);
    });
  }
}

test('what fields ask for can be read, whatever the host and the browser think of it', async ({ page }) => {
  const host = '::placeholder { color: color-mix(in srgb, currentcolor 50%, transparent); opacity: 0.5 }';
  await page.setContent(
    `<style>${component}${host}</style><div class="pt-root" part="root" data-theme="dark"><input class="pt-filter" placeholder="Filter" /></div>`,
  );
  const seen = await page.locator('input').evaluate((field) => {
    const { color, opacity } = getComputedStyle(field, '::placeholder');
    return { color, opacity };
  });
  expect(seen).toEqual({ color: 'rgb(147, 161, 184)', opacity: '1' });
});
