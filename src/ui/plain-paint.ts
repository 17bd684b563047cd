import {
  LINK_SHADES,
  SEGMENT_SHADES,
  SESSION_SHADES,
  type Shade,
  SURFACE_SHADES,
  THEMES,
  type ThemeName,
} from './palette';
import type { Paint } from './theme';

/** The darkest and the lightest ink for words on bars; each bar takes the one that reads better. */
const INKS = ['#ffffff', '#10131a'] as const;
/** The same where contrast is wanted above all. */
const STRONG_INKS = ['#ffffff', '#000000'] as const;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours (`#rrggbb`) by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

export function inkOn(colour: string, theme: ThemeName): string {
  const [light, dark] = theme === 'light' || theme === 'dark' ? INKS : STRONG_INKS;
  if (theme === 'light' || theme === 'dark') return contrast(colour, light) >= 4.5 ? light : dark;
  return contrast(colour, light) >= contrast(colour, dark) ? light : dark;
}

/** For files: plain values. */
export function plainPaint(theme: ThemeName): Paint {
  const at = THEMES.indexOf(theme);
  const pick = (shade: Shade | undefined) => shade?.[at] ?? '#000000';
  return {
    segment: (type) => pick(SEGMENT_SHADES[type]),
    segmentInk: (type) => inkOn(pick(SEGMENT_SHADES[type]), theme),
    link: (kind) => pick(LINK_SHADES[kind]),
    linkInk: pick(SURFACE_SHADES.bg),
    session: (session) => pick(SESSION_SHADES[session % SESSION_SHADES.length]),
    surface: (name) => pick(SURFACE_SHADES[name]),
  };
}
