import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DurationsPanel } from '../../../src/app/durations/DurationsPanel';
import { SettingsProvider } from '../../../src/app/settings';
import { usualCall } from '../../fixtures/timelines';

it('says of which days a marked range is, where it is of several', () => {
  const shown = (start: string, end: string) => (
    <SettingsProvider>
      <DurationsPanel
        level={2}
        timeline={usualCall()}
        range={{ start: Date.parse(start), end: Date.parse(end) }}
        selected={undefined}
        highlighted={[]}
        onShow={() => undefined}
        onWhole={() => undefined}
        onPointer={() => undefined}
      />
    </SettingsProvider>
  );
  const { rerender } = render(shown('2026-11-19T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).not.toHaveTextContent('2026');
  rerender(shown('2026-11-18T09:00:00Z', '2026-11-19T09:05:00Z'));
  expect(screen.getByText(/^Only what lies within the marked range/)).toHaveTextContent(
    /Nov 18.* to .*Nov 19/,
  );
});
