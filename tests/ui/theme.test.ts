import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINK_SHADES, SEGMENT_SHADES, SESSION_SHADES, SURFACE_SHADES, THEMES } from '../../src/ui/palette';
import { PATTERN_OPACITY, SEGMENT_PATTERNS, SESSION_LOOKS } from '../../src/ui/patterns';
import { contrast, inkOn, plainPaint } from '../../src/ui/plain-paint';
import { cssPaint } from '../../src/ui/theme';
import { pageSheet } from '../../src/ui/tokens';
import { type Deficiency, distance } from './vision';

const types = Object.keys(SEGMENT_SHADES) as (keyof typeof SEGMENT_SHADES)[];
const themes = THEMES.map((name, at) => ({ name, at, strong: at >= 2 }));

/** A colour laid over another. */
function over(ink: string, ground: string, opacity: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(ink, at) * opacity + part(ground, at) * (1 - opacity)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(themes)('$name', ({ name, at, strong }) => {
  const surface = (of: keyof typeof SURFACE_SHADES) => SURFACE_SHADES[of][at] ?? '';
  const text = strong ? 7 : 4.5;
  const lanes = ['bg', 'row'] as const;
  const grounds = [...lanes, 'raised', 'faint'] as const;

  it('has text that can be read on every ground', () => {
    for (const ground of grounds) {
      expect(contrast(surface('ink'), surface(ground))).toBeGreaterThanOrEqual(7);
      expect(contrast(surface('muted'), surface(ground))).toBeGreaterThanOrEqual(text);
    }
    for (const colour of ['accent', 'error', 'warning', 'inside'] as const) {
      for (const ground of ['bg', 'row', 'raised'] as const) {
        expect(contrast(surface(colour), surface(ground))).toBeGreaterThanOrEqual(text);
      }
    }
    for (const colour of ['error', 'warning', 'inside'] as const) {
      expect(contrast(surface(colour), surface(`${colour}-soft`))).toBeGreaterThanOrEqual(text);
      expect(contrast(surface('ink'), surface(`${colour}-soft`))).toBeGreaterThanOrEqual(7);
    }
  });

  it('has edges of controls that stand out', () => {
    for (const ground of ['bg', 'raised'] as const) {
      expect(contrast(surface('control'), surface(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(surface('line'), surface(ground))).toBeGreaterThanOrEqual(strong ? 3 : 1.1);
    }
  });

  it.each(types)(
    '%s stands out from its lane, and so from its neighbour, from which a gap keeps it',
    (type) => {
      const colour = SEGMENT_SHADES[type][at] ?? '';
      for (const ground of lanes) {
        // Where contrast is wanted above all, bars have an edge besides.
        const best = Math.max(
          contrast(colour, surface(ground)),
          strong ? contrast(surface('edge'), surface(ground)) : 0,
        );
        expect(best).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it.each([...Object.entries(LINK_SHADES), ...SESSION_SHADES.entries()])(
    'link or session %s stands out from every lane',
    (_, shade) => {
      for (const ground of lanes)
        expect(contrast(shade[at] ?? '', surface(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(types)('words on %s can be read, and its pattern is seen', (type) => {
    const colour = SEGMENT_SHADES[type][at] ?? '';
    const ink = inkOn(colour, name);
    expect(contrast(colour, ink)).toBeGreaterThanOrEqual(text);
    expect(plainPaint(name).segmentInk(type)).toBe(ink);
    expect(contrast(over(ink, colour, PATTERN_OPACITY), colour)).toBeGreaterThanOrEqual(1.35);
  });

  it('is in files as it is on the page', () => {
    const paint = plainPaint(name);
    for (const [kind, shade] of Object.entries(LINK_SHADES))
      expect(paint.link(kind as keyof typeof LINK_SHADES)).toBe(shade[at]);
    for (const [kind, shade] of Object.entries(SURFACE_SHADES))
      expect(paint.surface(kind as keyof typeof SURFACE_SHADES)).toBe(shade[at]);
  });

  it.each(Object.entries(LINK_SHADES))('words on pills of %s can be read', (_, shade) => {
    expect(contrast(shade[at] ?? '', plainPaint(name).linkInk)).toBeGreaterThanOrEqual(text);
  });
});

/**
 * Neighbours on a track are kept apart by a gap of the ground, against which each has 3:1 (see above). Beyond
 * that, which of two types a bar is must show at a glance: by its pattern, or by a colour that every eye sees.
 */
describe.each([undefined, 'protanopia', 'deuteranopia', 'tritanopia'] as (Deficiency | undefined)[])(
  'seen with %s',
  (deficiency) => {
    const pairs = types.flatMap((one, place) =>
      types
        .slice(place + 1)
        .filter((other) => SEGMENT_PATTERNS[one] === SEGMENT_PATTERNS[other])
        .map((other) => [one, other] as const),
    );

    it.each(pairs)('%s and %s are told apart in every theme', (one, other) => {
      for (const { at } of themes) {
        const [first = '', second = ''] = [SEGMENT_SHADES[one][at], SEGMENT_SHADES[other][at]];
        expect(distance(first, second, deficiency)).toBeGreaterThanOrEqual(10);
      }
    });
  },
);

it('hold alone is striped, parked alone dotted', () => {
  const alike = (pattern: string) => types.filter((type) => SEGMENT_PATTERNS[type] === pattern);
  expect(alike('stripes')).toEqual(['hold']);
  expect(alike('dots')).toEqual(['parked']);
});

it('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe('style sheets', () => {
  const folder = 'src/timeline/style';
  const own = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

  it('has a shade for every look of a session, which then repeat', () => {
    expect(SESSION_SHADES).toHaveLength(SESSION_LOOKS);
    for (const paint of [cssPaint, plainPaint('light')])
      for (const at of [0, 1, 2]) expect(paint.session(at + 3)).toBe(paint.session(at));
  });

  it('has the tokens as the palette has them', async () => {
    await expect(pageSheet()).toMatchFileSnapshot('../../src/ui/tokens.css');
  });

  it('knows no colour but the tokens', () => {
    for (const sheet of [...own, readFileSync('src/app/styles.css', 'utf8')]) {
      const plain = sheet.replaceAll(/mask-image:[^;]+;/g, '');
      expect(plain.match(/#[\da-f]{3,8}\b|light-dark\(/gi) ?? []).toEqual([]);
    }
  });

  it('says start and end of what mirrors', () => {
    const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' });
    const code = files
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(`src/app/${name}`, 'utf8'));
    const sides =
      /(?<=["'`\s:-])(?:(?:m|p|border-|rounded-)[lr]-|(?:left|right)-[\d[]|text-(?:left|right)\b)/g;
    expect(code.flatMap((text) => text.match(sides) ?? [])).toEqual([]);
  });

  it('keeps every selector to itself and touches nothing of the page', () => {
    const plain = [pageSheet(), ...own].join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const selectors = [...plain.matchAll(/([^{};]+)\{/g)].map((match) => match[1]?.trim() ?? '');
    for (const selector of selectors.filter((text) => !text.startsWith('@'))) {
      for (const part of selector.split(/,(?![^(]*\))/)) expect(part.trim()).toMatch(/\.pt-/);
    }
  });
});
