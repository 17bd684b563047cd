import { cssPaint } from '../../ui/theme';
import { type StateName, typeOf } from './times';

/** The colour of a state, in the theme of the page. */
export function colourOf(state: StateName): string {
  return cssPaint.segment(typeOf(state));
}
