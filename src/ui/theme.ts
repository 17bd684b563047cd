import type { LinkKind, SegmentType } from '../core/model/timeline';

export type ThemeName = 'light' | 'dark';

/** What a page may ask for; `system` follows its colour scheme and its wish for contrast. */
export type Theme = ThemeName | 'system' | 'high-contrast';

/** A colour in both themes. */
export type Shade = readonly [light: string, dark: string];

/**
 * The one palette. `timeline/style.css` has the same values as custom properties (`--pt-…`), held equal by a
 * test, so that hosts may override them; files that are exported use these.
 *
 * Families share a hue, and each differs from its neighbours in lightness, so that the order survives every
 * kind of colour blindness: waiting is grey, ringing amber, talking teal, holding rust (and striped), parked
 * violet (and dotted), after-call work blue, supervising olive.
 */
export const SEGMENT_SHADES: { readonly [type in SegmentType]: Shade } = {
  scheduled: ['#6b7280', '#6b7385'],
  ivr: ['#475670', '#64748b'],
  queued: ['#7a8aa1', '#8fa0b6'],
  voicemail: ['#57534e', '#78716c'],
  connected: ['#0f766e', '#0d8074'],
  sharing: ['#0e7490', '#0c7f9c'],
  uploading: ['#0369a1', '#0a76b8'],
  transmitting: ['#0b74b5', '#38a3e0'],
  monitoring: ['#4d7c0f', '#54820f'],
  screenmonitoring: ['#5c7a10', '#7d9c2a'],
  coaching: ['#7c6a0a', '#857110'],
  barging: ['#9f1239', '#d13b63'],
  dialing: ['#8a5406', '#b87f14'],
  contacting: ['#a3690f', '#c98f1f'],
  offering: ['#b8770b', '#dca32a'],
  alerting: ['#c17d02', '#eab52a'],
  hold: ['#c2410c', '#c94c10'],
  parked: ['#7e3fd4', '#8553ee'],
  acw: ['#1d4ed8', '#3a6be8'],
  other: ['#71717a', '#70707b'],
};

export type Pattern = 'plain' | 'stripes' | 'dots' | 'back' | 'rows' | 'columns' | 'grid' | 'cross';

/**
 * No type is told by colour alone: two types of one pattern differ in colour for every kind of colour
 * blindness, which a test computes. The everyday ones are plain; hold is striped and parked dotted, always.
 */
export const SEGMENT_PATTERNS: { readonly [type in SegmentType]: Pattern } = {
  connected: 'plain',
  alerting: 'plain',
  queued: 'plain',
  ivr: 'plain',
  acw: 'plain',
  hold: 'stripes',
  parked: 'dots',
  barging: 'back',
  scheduled: 'rows',
  voicemail: 'rows',
  sharing: 'columns',
  uploading: 'rows',
  transmitting: 'grid',
  monitoring: 'rows',
  screenmonitoring: 'columns',
  coaching: 'grid',
  dialing: 'cross',
  contacting: 'back',
  offering: 'grid',
  other: 'columns',
};

export const LINK_SHADES: { readonly [kind in LinkKind]: Shade } = {
  controlling: ['#be1a66', '#ec4899'],
  consult: ['#475569', '#a3b1c6'],
  monitor: ['#4d7c0f', '#86b83a'],
  coach: ['#7c6a0a', '#cdb53a'],
  barge: ['#9f1239', '#fb7185'],
  transfer: ['#1e40af', '#8fb1ff'],
  peer: ['#71717a', '#a1a1aa'],
};

/** Ribbons of the first, second and third co-browse session; then they repeat, told apart by their number. */
export const SESSION_SHADES: readonly Shade[] = [
  ['#0284c7', '#0ea5e9'],
  ['#8d5a06', '#d9a520'],
  ['#6d28d9', '#a78bfa'],
];

export const SURFACE_SHADES = {
  bg: ['#ffffff', '#0b1220'],
  /** Behind the row that holds the selection, and under the pointer. */
  row: ['#eef5ff', '#12213c'],
  raised: ['#f8fafc', '#111c30'],
  ink: ['#0f172a', '#e8eef7'],
  muted: ['#55637a', '#93a1b8'],
  line: ['#e2e8f0', '#1e2b42'],
  faint: ['#eff3f8', '#152035'],
  control: ['#7b8798', '#65748b'],
  accent: ['#1d5fd6', '#6ea8ff'],
  error: ['#c01c28', '#ff7b83'],
} as const satisfies { [name: string]: Shade };

/** What replaces them where more contrast is asked for; bars then have an edge in the ink. */
export const STRONG_SHADES = {
  bg: ['#ffffff', '#000000'],
  row: ['#e3ecfb', '#16233f'],
  raised: ['#ffffff', '#000000'],
  ink: ['#000000', '#ffffff'],
  muted: ['#232c3b', '#dde4ee'],
  line: ['#5b6675', '#a3afc0'],
  faint: ['#c9d1dc', '#3a465a'],
  control: ['#232c3b', '#dde4ee'],
  accent: ['#0a3a9c', '#a9c9ff'],
  error: ['#8a0c16', '#ffb0b5'],
} as const satisfies { [name in keyof typeof SURFACE_SHADES]: Shade };

/** The darkest and the lightest ink for words on bars; each bar takes the one that reads better. */
const INKS = ['#ffffff', '#10131a'] as const;

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

export function inkOn(colour: string): string {
  return contrast(colour, INKS[0]) >= 4.5 ? INKS[0] : INKS[1];
}

/** Colours by the names under which the drawing asks for them. */
export interface Paint {
  segment(type: SegmentType): string;
  segmentInk(type: SegmentType): string;
  link(kind: LinkKind): string;
  linkInk: string;
  session(session: number): string;
  surface(name: keyof typeof SURFACE_SHADES): string;
}

/** For the page: custom properties, which follow the theme without drawing anew. */
export const cssPaint: Paint = {
  segment: (type) => `var(--pt-${type})`,
  segmentInk: (type) => `var(--pt-${type}-ink)`,
  link: (kind) => `var(--pt-link-${kind})`,
  linkInk: 'var(--pt-bg)',
  session: (session) => `var(--pt-session-${session % SESSION_SHADES.length})`,
  surface: (name) => `var(--pt-${name})`,
};

/** For files: plain values. */
export function plainPaint(theme: ThemeName): Paint {
  const pick = (shade: Shade | undefined) => shade?.[theme === 'light' ? 0 : 1] ?? '#000000';
  return {
    segment: (type) => pick(SEGMENT_SHADES[type]),
    segmentInk: (type) => inkOn(pick(SEGMENT_SHADES[type])),
    link: (kind) => pick(LINK_SHADES[kind]),
    linkInk: pick(SURFACE_SHADES.bg),
    session: (session) => pick(SESSION_SHADES[session % SESSION_SHADES.length]),
    surface: (name) => pick(SURFACE_SHADES[name]),
  };
}

/** The custom properties of a page that asks for more contrast. */
export function strongTokens(): [name: string, light: string, dark: string][] {
  return Object.entries(STRONG_SHADES).map(([name, [light, dark]]) => [`--pt-${name}`, light, dark]);
}

/** Name and value of every custom property, as the style sheet is to have them. */
export function themeTokens(): [name: string, light: string, dark: string][] {
  const tokens: [string, string, string][] = [];
  for (const [name, [light, dark]] of Object.entries(SURFACE_SHADES))
    tokens.push([`--pt-${name}`, light, dark]);
  for (const [type, [light, dark]] of Object.entries(SEGMENT_SHADES)) {
    tokens.push([`--pt-${type}`, light, dark], [`--pt-${type}-ink`, inkOn(light), inkOn(dark)]);
  }
  for (const [kind, [light, dark]] of Object.entries(LINK_SHADES))
    tokens.push([`--pt-link-${kind}`, light, dark]);
  for (const [at, [light, dark]] of SESSION_SHADES.entries())
    tokens.push([`--pt-session-${at}`, light, dark]);
  return tokens;
}
