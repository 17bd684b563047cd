import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DurationsPanel } from '../../../src/app/durations/DurationsPanel';
import { SettingsProvider } from '../../../src/app/settings';
import type { Range } from '../../../src/timeline/index';
import type { Timeline } from '../../../src/core/index';
import { lane, seg, timeline as conversationOf, track, usualCall } from '../../fixtures/timelines';

function shown(timeline: Timeline, range?: Range) {
  return (
    <SettingsProvider>
      <DurationsPanel
        level={2}
        timeline={timeline}
        range={range}
        selected={undefined}
        highlighted={[]}
        onShow={() => undefined}
        onWhole={() => undefined}
        onPointer={() => undefined}
      />
    </SettingsProvider>
  );
}

it('tells apart who has one name with somebody of another purpose', () => {
  const tracks = [track('t', [seg('connected', '0:00', '1:00')])];
  render(
    shown(conversationOf([lane('a', 'Sam', { purpose: 'customer', tracks }), lane('b', 'Sam', { tracks })])),
  );
  const headings = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(headings.filter((text) => text?.startsWith('Sam'))).toEqual(['Sam · Customer', 'Sam · Agent']);
});

it('says of which days a marked range is, where it is of several', () => {
  const within = (start: string, end: string) =>
    shown(usualCall(), { start: Date.parse(start), end: Date.parse(end) });
  const { rerender } = render(within('2026-11-19T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).not.toHaveTextContent('2026');
  rerender(within('2026-11-18T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).toHaveTextContent(
    /Nov 18.* to .*Nov 19/,
  );
});
