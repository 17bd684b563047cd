import type { Theme } from '../../ui/palette';

/** The theme as seen, whoever decided it: on dark ground stand bright words. */
export function themeOf(root: Element | null): Theme {
  if (!root) return 'light';
  if (root.getAttribute('data-theme') === 'high-contrast') return 'high-contrast';
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue > 3 * 128 ? 'dark' : 'light';
}
