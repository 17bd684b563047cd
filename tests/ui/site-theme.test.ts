import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, STRONG_SHADES, SURFACE_SHADES } from '../../src/ui/theme';

const sheet = readFileSync('src/app/styles.css', 'utf8');

/** Custom properties of the block that begins with `opening`. */
function colours(opening: string): Map<string, [light: string, dark: string]> {
  const start = sheet.indexOf(opening);
  expect(start).toBeGreaterThanOrEqual(0);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  const found = block.matchAll(/--color-([a-z-]+): light-dark\((#\w+), (#\w+)\)/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

const palettes = [
  ['usual', colours('@theme'), SURFACE_SHADES, 4.5],
  ['more contrast', colours(":root[data-theme='high-contrast']"), STRONG_SHADES, 7],
] as const;

describe.each(palettes)('the site’s colours, %s', (_, colour, shades, least) => {
  const shared = {
    surface: 'bg',
    raised: 'raised',
    hover: 'row',
    ink: 'ink',
    muted: 'muted',
    edge: 'control',
  };

  it.each(Object.entries({ ...shared, line: 'line', accent: 'accent', error: 'error' }))(
    '%s is the component’s %s',
    (own, name) => {
      expect(colour.get(own)).toEqual(Object.entries(shades).find(([key]) => key === name)?.[1]);
    },
  );

  it.each([0, 1] as const)('texts can be read (theme %i)', (at) => {
    const of = (name: string) => colour.get(name)?.[at] ?? '';
    for (const ground of ['surface', 'raised', 'hover']) {
      for (const text of ['ink', 'muted'])
        expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(least);
    }
    for (const text of ['accent', 'error', 'warning']) {
      expect(contrast(of(text), of('surface'))).toBeGreaterThanOrEqual(least);
      expect(contrast(of(text), of('raised'))).toBeGreaterThanOrEqual(least);
    }
    expect(contrast(of('error'), of('error-soft'))).toBeGreaterThanOrEqual(least);
    expect(contrast(of('warning'), of('warning-soft'))).toBeGreaterThanOrEqual(least);
    expect(contrast(of('ink'), of('accent-soft'))).toBeGreaterThanOrEqual(least);
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(least);
    expect(contrast(of('edge'), of('surface'))).toBeGreaterThanOrEqual(3);
  });
});

it('more contrast is the same whether it is chosen or asked for', () => {
  expect(colours("@media (prefers-contrast: more) {\n    :root[data-theme='system']")).toEqual(
    colours(":root[data-theme='high-contrast']"),
  );
});
