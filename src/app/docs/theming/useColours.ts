import { useState } from 'react';
import { type Changes, declarations, type Scheme, UNCHANGED } from './colours';
import { useSheet } from './useSheet';

export const FONTS = {
  inherit: undefined,
  system: 'system-ui, sans-serif',
  mono: 'ui-monospace, monospace',
  serif: 'Georgia, serif',
};
export type FontName = keyof typeof FONTS;
export const FONT_NAMES: readonly FontName[] = ['inherit', 'system', 'mono', 'serif'];
const RADIUS = 8;

export interface Looks {
  changes: Changes;
  /** Which colours are being chosen. */
  scheme: Scheme;
  radius: number;
  font: FontName;
}
const AT_FIRST: Looks = { changes: UNCHANGED, scheme: 'light', radius: RADIUS, font: 'inherit' };

/** What was chosen, drawn on what `where` selects, and as the lines that say it. */
export function useColours(where: string) {
  const [looks, setLooks] = useState(AT_FIRST);
  const { changes, radius, font } = looks;
  const lines = [
    ...declarations(changes),
    ...(radius === RADIUS ? [] : [`--pt-radius: ${radius}px;`]),
    ...(FONTS[font] === undefined ? [] : [`--pt-font: ${FONTS[font]};`]),
  ];
  useSheet(`${where} { ${lines.join(' ')} }`);
  const reset = () => setLooks(({ scheme }) => ({ ...AT_FIRST, scheme }));
  return { looks, setLooks, lines, reset };
}
