import type { Box } from '../core/layout/shapes';

/** The hovered or selected mark: an element of its own, on top of the drawing. */
export function Frame({ box, kind, id }: { box: Box; kind: 'hover' | 'selected'; id?: string }) {
  const { left, top, right, bottom } = box;
  return (
    <div className="pt-clip">
      <div
        className="pt-frame"
        data-kind={kind}
        data-mark={id}
        style={{ left: left - 2, top: top - 2, width: right - left + 4, height: bottom - top + 4 }}
      />
    </div>
  );
}
