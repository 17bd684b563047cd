import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { FOOT, type Row } from '../core/layout/rows';
import { laneOfMark, type Mark } from '../core/view/marks';
import { Bars } from './plot';
import { type OpenMenu, RowList } from './rows';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

/** A row per visible lane, and always the one with the focus, lest scrolling lose it. */
function withFocused({ scene, rows }: Stage, { active }: Focus): readonly Row[] {
  const focused = rows.list.slice(rows.stuck.count).find(({ index }) => index === active.row);
  return focused && !scene.rows.includes(focused) ? [...scene.rows, focused] : scene.rows;
}

export interface GridProps {
  stage: Stage;
  focus: Focus;
  selected?: Mark;
  timed: boolean;
  grid: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onMenu: OpenMenu;
  /** Lies over the rows that stay in sight. */
  overPins?: ReactNode;
}

/** The rows in words: what has the focus, and what screen readers read. */
export function Grid({ stage, focus, selected, timed, grid, onKeyDown, onMenu, overPins }: GridProps) {
  const { columns, rows, words, pins } = stage;
  const selectedLane = selected && laneOfMark(selected).id;
  const list = { stage, active: focus.active, selectedLane, onMenu };
  const most = columns.lanes.reduce((most, lane) => Math.max(most, lane.order.length), 1);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className="pt-grid"
      // As large as its rows, which stand in it by their places: what has no size passes for hidden.
      style={{ height: rows.height }}
      aria-label={words.timeline}
      aria-rowcount={rows.list.length}
      aria-colcount={most + 1}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => focus.arrive(target.getAttribute('data-mark') ?? undefined)}
    >
      {pins && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows are placed by pixels, not tabulated
        <div role="rowgroup" className="pt-pins" style={{ height: rows.stuck.height + FOOT }}>
          <Bars stage={stage} scene={pins} selected={selected} timed={timed} />
          <RowList {...list} rows={pins.rows} />
          {overPins}
        </div>
      )}
      <RowList {...list} rows={withFocused(stage, focus)} />
    </div>
  );
}
