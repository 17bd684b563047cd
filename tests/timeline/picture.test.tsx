import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/core/layout/columns';
import { layoutScene } from '../../src/core/layout/layout';
import { rowsOf } from '../../src/core/layout/rows';
import { windowOf } from '../../src/core/layout/window';
import { boundsOf } from '../../src/core/view/bounds';
import { elapsedClock } from '../../src/core/view/ticks';
import { viewFrom } from '../../src/core/view/view-from';
import { Picture } from '../../src/timeline/draw/picture';
import { formatFor } from '../../src/ui/format';
import { sceneWordsOf } from '../../src/ui/scene-words';
import { plainPaint } from '../../src/ui/plain-paint';
import { english } from '../../src/ui/words';
import { everyKind, usualCall } from '../fixtures/timelines';

describe('Picture', () => {
  it.each(['light', 'dark'] as const)('can be drawn without a page, in plain colours (%s)', (theme) => {
    for (const timeline of [usualCall(), everyKind()]) {
      const columns = columnsOf(timeline);
      const view = viewFrom();
      const rows = rowsOf(columns, view, { compact: false, head: 0 });
      const scene = layoutScene({
        columns,
        rows,
        visible: { from: 0, to: rows.list.length },
        window: windowOf(boundsOf(timeline).fit, 1000),
        overlays: view.overlays,
        words: sceneWordsOf(english, formatFor({ locale: 'en' })),
        clock: elapsedClock(timeline.start),
        step: 60_000,
      });
      expect(structuredClone(scene)).toEqual(scene);
      const svg = renderToStaticMarkup(
        <svg>
          <Picture
            scene={scene}
            paint={plainPaint(theme)}
            id="p"
            highlighted={['hold']}
            selectedLane="jonas"
          />
        </svg>,
      );
      expect(svg).toContain('data-segment="hold"');
      expect(svg).not.toMatch(/var\(|style=|<style|NaN|undefined/);
    }
  });
});
