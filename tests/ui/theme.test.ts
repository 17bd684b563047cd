import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  inkOn,
  LINK_SHADES,
  plainPaint,
  SEGMENT_SHADES,
  SESSION_SHADES,
  SURFACE_SHADES,
  themeTokens,
} from '../../src/ui/theme';

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

describe('style sheet', () => {
  const folder = 'src/timeline/style';
  const sheet = readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');

  it.each(themeTokens())('has %s as the palette has it', (name, light, dark) => {
    expect(sheet).toContain(`${name}: ${light === dark ? light : `light-dark(${light}, ${dark})`};`);
  });

  it('keeps every selector to itself and touches nothing of the page', () => {
    const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const selectors = [...plain.matchAll(/([^{};]+)\{/g)].map((match) => match[1]?.trim() ?? '');
    for (const selector of selectors.filter((text) => !text.startsWith('@'))) {
      for (const part of selector.split(/,(?![^(]*\))/)) expect(part.trim()).toMatch(/\.pt-/);
    }
  });
});
