import { type Format, sinceStart } from '../ui/format';
import type { Stage } from './stage';

/** How instants are said: as the axis has them. Of conversations that were moved to one start no other is true. */
export function instantsOf({ view, format, columns }: Stage): Format {
  return view.clock === 'elapsed' ? sinceStart(format, columns.timeline.start) : format;
}
