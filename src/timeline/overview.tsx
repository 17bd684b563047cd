import { memo, type RefObject, useMemo } from 'react';
import { overviewOf, type OverviewPath } from '../core/layout/overview';
import type { Range } from '../core/view/range';
import { scaleOf, type TimeScale, toInstant, toPixel } from '../core/view/scale';
import { cssPaint } from '../ui/theme';
import type { AxisDrag } from './hands';
import { measuring } from './measuring';
import type { Stage } from './stage';
import { useAxisDrag } from './use-axis-drag';

const HEIGHT = 24;

/** All that can be reached: the conversation, and what is on the screen beyond it. */
function whole({ bounds, range }: Stage): Range {
  return { start: Math.min(bounds.whole.start, range.start), end: Math.max(bounds.whole.end, range.end) };
}

function scaleOn(stage: Stage): TimeScale {
  return scaleOf(whole(stage), stage.shape.plot, stage.scale.folds);
}

/** Dragging the window moves it, dragging its edges resizes it, dragging beside it measures. */
function dragFor(newest: RefObject<Stage>, x: number, target: Element | null): AxisDrag {
  const { view, range, bounds, shape, dispatch } = newest.current;
  const scale = scaleOn(newest.current);
  const edge = target?.getAttribute('data-edge');
  const all = range.start <= bounds.whole.start && range.end >= bounds.whole.end;
  const inside = target?.classList.contains('pt-lens') && !all;
  if (!edge && !inside) return measuring(newest, x, scaleOn);
  return {
    move(to) {
      const moved = (instant: number) => {
        const at = toPixel(scale, instant) + to - x;
        // Farther out the other edge would give way.
        return toInstant(scale, edge ? Math.min(Math.max(at, 0), shape.plot) : at);
      };
      const start = edge === 'end' ? range.start : moved(range.start);
      const end = edge === 'start' ? range.end : moved(range.end);
      // Back where it began, what fitted goes on to fit, though it has grown meanwhile.
      const isBack = Math.abs(start - range.start) + Math.abs(end - range.end) < 1;
      if (isBack && !view.range) dispatch({ type: 'fit' });
      else if (end > start) dispatch({ type: 'show', range: { start, end } });
    },
  };
}

const Paths = memo(function Paths({ paths }: { paths: readonly OverviewPath[] }) {
  return paths.map(({ type, path }) => <path key={type} d={path} fill={cssPaint.segment(type)} />);
});

/** The whole conversation in a strip, with a window on what is on the screen. */
export function Overview({ stage }: { stage: Stage }) {
  const { columns, shape, range } = stage;
  const { start, end } = whole(stage);
  const { plot } = shape;
  const { folds } = stage.scale;
  const scale = useMemo(() => scaleOf({ start, end }, plot, folds), [start, end, plot, folds]);
  const paths = useMemo(() => overviewOf(columns, scale, { end, height: HEIGHT - 6 }), [columns, scale, end]);
  const target = useAxisDrag(stage, dragFor);
  const left = toPixel(scale, range.start);
  return (
    <div ref={target} className="pt-overview" part="overview" aria-hidden="true">
      <svg width={plot} height={HEIGHT} aria-hidden="true">
        <g transform="translate(0 3)">
          <Paths paths={paths} />
        </g>
        {folds.map((fold) => (
          <rect
            key={fold.start}
            x={toPixel(scale, fold.start)}
            width={toPixel(scale, fold.end) - toPixel(scale, fold.start)}
            height={HEIGHT}
            fill={cssPaint.surface('line')}
          />
        ))}
      </svg>
      <div className="pt-lens" style={{ left, width: Math.max(toPixel(scale, range.end) - left, 12) }}>
        <span className="pt-edge" data-edge="start" />
        <span className="pt-edge" data-edge="end" />
      </div>
    </div>
  );
}
