import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  inkOn,
  LINK_SHADES,
  plainPaint,
  SEGMENT_SHADES,
  SEGMENT_PATTERNS,
  SESSION_SHADES,
  STRONG_SHADES,
  strongTokens,
  SURFACE_SHADES,
  themeTokens,
} from '../../src/ui/theme';
import { type Deficiency, distance } from './vision';

const themes = [
  ['light', 0],
  ['dark', 1],
] as const;

describe.each(themes)('%s theme', (name, at) => {
  const grounds = [SURFACE_SHADES.bg[at], SURFACE_SHADES.row[at]];
  const marks = [
    ...Object.entries(SEGMENT_SHADES),
    ...Object.entries(LINK_SHADES),
    ...SESSION_SHADES.entries(),
  ];

  it.each(marks)('%s stands out from the ground and a selected row', (_, shade) => {
    for (const ground of grounds) expect(contrast(shade[at], ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(SEGMENT_SHADES))('words on %s can be read', (_, shade) => {
    expect(contrast(shade[at], inkOn(shade[at]))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(LINK_SHADES))('words on pills of %s can be read', (_, shade) => {
    expect(contrast(shade[at], plainPaint(name).linkInk)).toBeGreaterThanOrEqual(4.5);
  });

  it('has text that can be read on every ground', () => {
    for (const ground of [...grounds, SURFACE_SHADES.raised[at], SURFACE_SHADES.faint[at]]) {
      expect(contrast(SURFACE_SHADES.ink[at], ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(SURFACE_SHADES.muted[at], ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(SURFACE_SHADES.control[at], SURFACE_SHADES.bg[at])).toBeGreaterThanOrEqual(3);
    expect(contrast(SURFACE_SHADES.accent[at], SURFACE_SHADES.bg[at])).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(themes)('%s theme, more contrast', (_, at) => {
  const strong = (name: keyof typeof STRONG_SHADES) => STRONG_SHADES[name][at];

  it('has text at 7:1 and edges at 3:1 or more', () => {
    for (const ground of ['bg', 'row', 'raised'] as const) {
      for (const text of ['ink', 'muted', 'accent', 'error'] as const) {
        expect(contrast(strong(text), strong(ground))).toBeGreaterThanOrEqual(7);
      }
      for (const edge of ['line', 'control'] as const) {
        expect(contrast(strong(edge), strong(ground))).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(Object.entries(SEGMENT_SHADES))('%s stands out from its grounds', (_type, shade) => {
    for (const ground of ['bg', 'row'] as const) {
      // Its edge is drawn in the ink, whatever its own colour.
      const best = Math.max(contrast(shade[at], strong(ground)), contrast(strong('ink'), strong(ground)));
      expect(best).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/**
 * Neighbours on a track are kept apart by a line of the ground, against which each has 3:1 (see above). Beyond
 * that, which of two types a bar is must show at a glance: by its pattern, or by a colour that every eye sees.
 */
describe.each([undefined, 'protanopia', 'deuteranopia', 'tritanopia'] as (Deficiency | undefined)[])(
  'seen with %s',
  (deficiency) => {
    const types = Object.keys(SEGMENT_SHADES) as (keyof typeof SEGMENT_SHADES)[];
    const pairs = types.flatMap((one, place) =>
      types
        .slice(place + 1)
        .filter((other) => SEGMENT_PATTERNS[one] === SEGMENT_PATTERNS[other])
        .map((other) => [one, other] as const),
    );

    it.each(pairs)('%s and %s are told apart', (one, other) => {
      for (const at of [0, 1] as const) {
        const apart = distance(SEGMENT_SHADES[one][at], SEGMENT_SHADES[other][at], deficiency);
        expect(apart).toBeGreaterThanOrEqual(10);
      }
    });
  },
);

describe('style sheet', () => {
  const folder = 'src/timeline/style';
  const sheet = readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');

  it.each(themeTokens())('has %s as the palette has it', (name, light, dark) => {
    expect(sheet).toContain(`${name}: ${light === dark ? light : `light-dark(${light}, ${dark})`};`);
  });

  it.each(strongTokens())('has %s of more contrast, chosen or asked for', (name, light, dark) => {
    expect(sheet.split(`${name}: light-dark(${light}, ${dark});`)).toHaveLength(3);
  });

  it('keeps every selector to itself and touches nothing of the page', () => {
    const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const selectors = [...plain.matchAll(/([^{};]+)\{/g)].map((match) => match[1]?.trim() ?? '');
    for (const selector of selectors.filter((text) => !text.startsWith('@'))) {
      for (const part of selector.split(/,(?![^(]*\))/)) expect(part.trim()).toMatch(/\.pt-/);
    }
  });
});
