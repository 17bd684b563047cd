import { SEGMENT_SHADES } from '../../ui/theme';
import { type StateName, typeOf } from './times';

/** The colour of a state in both themes: `color-scheme` decides. */
export function colourOf(state: StateName): string {
  const [light, dark] = SEGMENT_SHADES[typeOf(state)];
  return `light-dark(${light}, ${dark})`;
}
