import { textWidth } from '../core/layout/text';
import { dayIn } from './day-and-zone';
import type { Stage } from './stage';

/** So much a time may stand over an end of the bars; over the right one twice as much, if the names are beside them. */
const EDGE = 9;

type Drawn = Pick<Stage, 'scene' | 'shape' | 'step' | 'format' | 'range' | 'columns'>;

/**
 * What stands at the ticks. Cut off at the edge or over the one before a time would be misread: the line alone is enough
 * there. Behind a folded gap the first of another day names that day.
 */
export function axisTicks({ scene, shape, step, format, range, columns }: Drawn, pan = 0) {
  let day = dayIn(format, range, columns.timeline.start);
  let taken = -EDGE;
  return scene.ticks.map((tick) => {
    const x = tick.x + pan;
    const own = format.date(tick.at);
    let text = format.tick(tick, step);
    if (own !== day && !tick.day) text = `${format.tick({ ...tick, day: true }, step)} ${text}`;
    const half = textWidth(text, 11.5) / 2;
    if (x - half < taken || x + half > shape.plot + (shape.column > 0 ? EDGE * 2 : EDGE)) {
      text = '';
    } else {
      taken = x + half;
      day = own;
    }
    return { ...tick, x, text, strong: tick.strong || (tick.day && own) };
  });
}
