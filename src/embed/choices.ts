import type { AllOf } from '../core/model/all-of';
import { OVERLAYS, type Overlays } from '../core/view/view';
import type { Theme } from '../ui/palette';

// Choices as text, as attributes and addresses hold them.

const themes = ['system', 'light', 'dark', 'high-contrast'] as const;
const THEMES: AllOf<Theme, typeof themes> = themes;

export function themeNamed(text: string | null): Theme | undefined {
  return THEMES.find((theme) => theme === text);
}

/** By being there, as in HTML; but templates that write `"false"` mean it. */
export function isSet(text: string | null): boolean {
  return text !== null && text !== 'false';
}

export function numberIn(text: string | null): number | undefined {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** `roles peers -limits`: names switch on, names with a minus off; commas and dots are as good as blanks. */
export function overlaysIn(text: string | null): Partial<Overlays> | undefined {
  if (text === null) return undefined;
  const said = new Set(text.split(/[\s,.]+/));
  const overlays: Partial<Overlays> = {};
  for (const name of OVERLAYS) {
    if (said.has(name)) overlays[name] = true;
    if (said.has(`-${name}`)) overlays[name] = false;
  }
  return overlays;
}
