import { useMedia } from '../parts/useMedia';

/** Where it is narrow the start stands under the name, so that the picture is still in sight. */
export type Density = 'one-line' | 'two-lines';

/** In pixels: all rows have the same, as they are placed by it. */
export const ROW_HEIGHTS: { readonly [density in Density]: number } = { 'one-line': 38, 'two-lines': 52 };

export function useDensity(): Density {
  return useMedia('(max-width: 39.99rem)', false) ? 'two-lines' : 'one-line';
}
