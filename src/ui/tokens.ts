import {
  LINK_SHADES,
  SEGMENT_SHADES,
  SESSION_SHADES,
  type Shade,
  SURFACE_SHADES,
  type ThemeName,
} from './palette';
import { inkOn } from './plain-paint';

/** Name and value of every custom property in two themes, light and dark. */
function tokensIn(light: ThemeName, dark: ThemeName): [name: string, value: string][] {
  const at = light === 'light' ? 0 : 2;
  const both = (one: string, other: string) => (one === other ? one : `light-dark(${one}, ${other})`);
  const value = (shade: Shade) => both(shade[at], shade[at === 0 ? 1 : 3]);
  const ink = (shade: Shade) => both(inkOn(shade[at], light), inkOn(shade[at === 0 ? 1 : 3], dark));
  return [
    ...Object.entries(SURFACE_SHADES).map(([name, shade]): [string, string] => [name, value(shade)]),
    ...Object.entries(SEGMENT_SHADES).flatMap(([type, shade]): [string, string][] => [
      [type, value(shade)],
      [`${type}-ink`, ink(shade)],
    ]),
    ...Object.entries(LINK_SHADES).map(([kind, shade]): [string, string] => [`link-${kind}`, value(shade)]),
    ...SESSION_SHADES.map((shade, at): [string, string] => [`session-${at}`, value(shade)]),
  ];
}

/** Only colours of the system; those of bars are data and stay, told apart by edges and patterns. */
const FORCED_SURFACES: { readonly [name in keyof typeof SURFACE_SHADES]: string } = {
  ink: 'CanvasText',
  muted: 'CanvasText',
  line: 'GrayText',
  control: 'CanvasText',
  accent: 'Highlight',
  edge: 'CanvasText',
  error: 'CanvasText',
  warning: 'CanvasText',
  inside: 'CanvasText',
  bg: 'Canvas',
  row: 'Canvas',
  raised: 'Canvas',
  faint: 'Canvas',
  'error-soft': 'Canvas',
  'warning-soft': 'Canvas',
  'inside-soft': 'Canvas',
};
const FORCED: { readonly [name: string]: string } = {
  ...FORCED_SURFACES,
  ...Object.fromEntries(Object.keys(LINK_SHADES).map((kind) => [`link-${kind}`, 'CanvasText'])),
  ...Object.fromEntries(SESSION_SHADES.map((_, at) => [`session-${at}`, 'CanvasText'])),
};

/** Where the custom properties stand, and where those of a theme. */
interface TokenScope {
  all: string;
  themed: (theme: 'high-contrast' | 'system') => string;
}

const WHERE = ':where(.pt-root, .pt-theme)';

function block(selector: string, tokens: readonly [string, string][], indent = ''): string {
  const lines = tokens.map(([name, value]) => `${indent}  --pt-${name}: ${value};`);
  return `${indent}${selector} {\n${lines.join('\n')}\n${indent}}\n`;
}

/** The style sheet with all colours. */
export function tokenSheet({ all, themed }: TokenScope): string {
  const strong = tokensIn('high-contrast', 'high-contrast-dark');
  return [
    block(all, [['radius', '8px'], ...tokensIn('light', 'dark')]),
    block(themed('high-contrast'), strong),
    `@media (prefers-contrast: more) {\n${block(themed('system'), strong, '  ')}}\n`,
    `@media (forced-colors: active) {\n${block(all, Object.entries(FORCED), '  ')}}\n`,
  ].join('\n');
}

/** An element that is dark by its own style, as scripts write it, and servers. */
const DARK = ":where([style*='color-scheme: dark'], [style*='color-scheme:dark'])";

/** What is the same in both schemes needs no help. */
function registered([name, value]: [string, string]): string[] {
  const [, light] = /^light-dark\((.+), .+\)$/.exec(value) ?? [];
  const rule = `@property --pt-${name} {\n  syntax: '<color>';\n  inherits: true;\n  initial-value: ${light};\n}\n`;
  return light === undefined ? [] : [rule];
}

/**
 * The sheet of pages; a test writes it to `tokens.css` and holds it there. Many bundlers (of Vite, Next, Parcel) put
 * two properties of their own in the place of `light-dark()`, which older browsers do not know. They set them where
 * a style sheet says which colour scheme there is; where none does, what is left is no colour. As the colours are
 * registered, they are the light ones then; and the one scheme that scripts set, they are told of.
 */
export function pageSheet(): string {
  return [
    '/* Written by tests/ui/theme.test.ts from src/ui/palette.ts: `npx vitest run tests/ui/theme -u`. */\n',
    tokenSheet({ all: WHERE, themed: (theme) => `${WHERE}:where([data-theme='${theme}'])` }),
    `${DARK}\n  ${WHERE}:where(:not([data-theme])) {\n  --lightningcss-light: ;\n  --lightningcss-dark: initial;\n}\n`,
    ...tokensIn('light', 'dark').flatMap(registered),
  ].join('\n');
}
