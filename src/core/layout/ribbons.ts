import type { Pixel } from '../view/pixel';
import { toPixel } from '../view/scale';
import type { LaneColumns, TimelineColumns } from './columns';
import { RIBBON_HEIGHT, type Row } from './rows';
import type { Ribbon, SceneWords } from './scene';
import { textWidth } from './text';
import type { Window } from './window';

const PILL_SIZE: Pixel = 9;
export const PILL_HEIGHT: Pixel = 14;

/** Ribbons with their words where they begin to be seen; where there is no room for one, without. */
export function wordedRibbons(ribbons: readonly Ribbon[], seen: { left: Pixel; right: Pixel }): Ribbon[] {
  return ribbons.map(({ pill, ...ribbon }) => {
    const left = Math.max(ribbon.left, seen.left);
    const room = Math.min(ribbon.right, seen.right) - left - 6;
    return { ...ribbon, ...(pill && pill.width < room && { pill: { ...pill, left: left + 5 } }) };
  });
}

/** The roles of a lane in co-browse sessions: one ribbon each. */
export function ribbonsOf(
  lane: LaneColumns,
  row: Row,
  stage: { window: Window; words: SceneWords; columns: TimelineColumns },
): Ribbon[] {
  const { window, words, columns } = stage;
  const ribbons: Ribbon[] = [];
  if (row.ribbon === undefined) return ribbons;
  for (const [index, span] of lane.lane.roles.entries()) {
    const left = Math.max(toPixel(window, span.start), -40);
    const right = Math.min(Math.max(toPixel(window, span.end), left + 2), window.width + 40);
    if (right < -20 || left > window.width + 20) continue;
    const session = Math.max(columns.sessions.indexOf(span.sessionId ?? ''), 0);
    const text = words.role(span.role, session, columns.sessions.length);
    const width = textWidth(text, PILL_SIZE) * 1.1 + 12;
    const top = row.ribbon + (RIBBON_HEIGHT - PILL_HEIGHT) / 2;
    ribbons.push({
      index,
      laneId: row.laneId,
      role: span.role,
      certainty: span.certainty,
      session,
      left,
      right,
      y: row.ribbon,
      height: RIBBON_HEIGHT,
      pill: { left, top, width, height: PILL_HEIGHT, text },
    });
  }
  return wordedRibbons(ribbons, { left: 0, right: window.width });
}
