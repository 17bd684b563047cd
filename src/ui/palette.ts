import type { LinkKind } from '../core/model/timeline';
import type { SegmentLook } from '../core/model/look';

/** The four looks of everything that has a colour. */
export const THEMES = ['light', 'dark', 'high-contrast', 'high-contrast-dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** `system` and `high-contrast` are light or dark as the system or the page is. */
export type Theme = 'system' | 'light' | 'dark' | 'high-contrast';

/** A colour in each of `THEMES`, in their order. */
export type Shade = readonly [light: string, dark: string, contrast: string, contrastDark: string];

/**
 * The one palette. `tokens.css` has the same as custom properties (`--pt-…`), written by a test; files that
 * are exported use these values.
 *
 * Families share a hue: waiting is grey, ringing amber, talking teal, holding rust, parked violet, after-call
 * work blue, supervising olive; several at once is nearly ink.
 */
export const SEGMENT_SHADES: { readonly [type in SegmentLook]: Shade } = {
  scheduled: ['#607889', '#657488', '#41596a', '#a7b0c0'],
  ivr: ['#526077', '#64748b', '#2b3850', '#9fadc4'],
  queued: ['#7c8aa1', '#a9b7ca', '#c3cfdf', '#dde6f2'],
  voicemail: ['#57534e', '#916641', '#36302c', '#c5ac96'],
  connected: ['#0f766e', '#1a7d66', '#005d55', '#3fbca4'],
  sharing: ['#0e7490', '#0c7f9c', '#064f65', '#4bc3e3'],
  uploading: ['#0369a1', '#1485c6', '#1d3f65', '#6cb9f0'],
  transmitting: ['#0076b7', '#38a3e0', '#7cc4f2', '#a8dcff'],
  monitoring: ['#65902b', '#577d00', '#515500', '#a4c92e'],
  screenmonitoring: ['#495e49', '#809d2b', '#b7d46a', '#d3eb92'],
  coaching: ['#836e08', '#8a6d05', '#554602', '#d9c239'],
  barging: ['#9f1239', '#d13b63', '#7d0c2c', '#ff8da7'],
  dialing: ['#8a5406', '#b87f14', '#5e3902', '#e0a84a'],
  contacting: ['#885500', '#c98f20', '#d9a24a', '#eecd96'],
  offering: ['#b8770b', '#dca32a', '#f0b653', '#ffd27a'],
  alerting: ['#c07d00', '#eab52a', '#ffc53d', '#ffd23f'],
  hold: ['#c2410c', '#c94c10', '#8a2c04', '#ff9a62'],
  parked: ['#7e3fd4', '#8553ee', '#551fa3', '#c9a8ff'],
  acw: ['#2730b5', '#5a8ef4', '#241798', '#a9b5fc'],
  concurrent: ['#3b3551', '#c9c3de', '#1d1733', '#f1ecff'],
  other: ['#757077', '#6d7387', '#4b4b53', '#9a9aa4'],
};

export const LINK_SHADES: { readonly [kind in LinkKind]: Shade } = {
  controlling: ['#be1a66', '#ec4899', '#93104d', '#ff8ac2'],
  consult: ['#475569', '#a3b1c6', '#27313f', '#d5dfec'],
  monitor: ['#4d7c0f', '#86b83a', '#33540a', '#b4df6a'],
  coach: ['#7c6a0a', '#cdb53a', '#544707', '#e6d266'],
  barge: ['#9f1239', '#fb7185', '#7d0c2c', '#ff9aab'],
  transfer: ['#1e40af', '#8fb1ff', '#12297a', '#b5ccff'],
  peer: ['#71717a', '#a1a1aa', '#4a4a52', '#c6c6cd'],
};

/** Ribbons of the first, second and third co-browse session; then they repeat, told apart by their number. */
export const SESSION_SHADES: readonly Shade[] = [
  ['#0284c7', '#0ea5e9', '#02527d', '#6ccbff'],
  ['#8d5a06', '#d9a520', '#5e3902', '#f0c65a'],
  ['#6d28d9', '#a78bfa', '#47149b', '#cdbaff'],
];

export const SURFACE_SHADES = {
  bg: ['#ffffff', '#0b1220', '#ffffff', '#000000'],
  /** Behind the row that holds the selection, and under the pointer. */
  row: ['#eef5ff', '#12213c', '#e3eeff', '#0b2344'],
  raised: ['#f8fafc', '#111c30', '#ffffff', '#000000'],
  ink: ['#0f172a', '#e8eef7', '#000000', '#ffffff'],
  muted: ['#55637a', '#93a1b8', '#2b3444', '#d5dce8'],
  line: ['#e2e8f0', '#1e2b42', '#5b6472', '#8f9bad'],
  faint: ['#eff3f8', '#152035', '#dfe5ed', '#222c3b'],
  control: ['#7b8798', '#65748b', '#000000', '#ffffff'],
  accent: ['#1d5fd6', '#6ea8ff', '#0a3fa8', '#9cc4ff'],
  error: ['#c01c28', '#ff7b83', '#9c0d18', '#ffa3a8'],
  'error-soft': ['#fef3f2', '#2c1618', '#ffffff', '#000000'],
  warning: ['#9a4a00', '#fdba5f', '#6b3300', '#ffce8a'],
  'warning-soft': ['#fff7ed', '#2a1d0c', '#ffffff', '#000000'],
  /** Icons of those who serve. */
  inside: ['#0f6b5f', '#74d8c8', '#00443d', '#8fe8da'],
  'inside-soft': ['#dcf5ef', '#0d2f31', '#ffffff', '#000000'],
  /** Around bars, milestones and samples of the legend. */
  edge: ['none', 'none', '#000000', '#ffffff'],
} as const satisfies { [name: string]: Shade };
