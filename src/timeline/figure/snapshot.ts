import type { ThemeName } from '../../ui/palette';

/** Whether bright words stand on a dark ground: by what is seen, whoever decided it. */
export function themeOf(root: Element | null): ThemeName {
  if (!root) return 'light';
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue > 3 * 128 ? 'dark' : 'light';
}
