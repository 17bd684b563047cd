import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ChartCard } from '../../../src/app/browse/overview/ChartCard';

test('figures of what was asked before fade wherever they stand, in the head as well', () => {
  const card = (stale: boolean) => (
    <ChartCard
      title="Hold, of 3 with any"
      summary="Median 6:00"
      columns={['Hold', 'Conversations']}
      rows={[{ key: '0', name: '0:00', values: ['1'] }]}
      waiting={stale}
      stale={stale}
      failed={false}
      onRetry={() => undefined}
    >
      The bars
    </ChartCard>
  );
  const shown = render(card(true));
  const fadesAt = (text: string) =>
    screen.getByText(text).closest('[data-stale]')?.getAttribute('data-stale');
  for (const text of ['Hold, of 3 with any', 'Median 6:00', 'The bars']) expect(fadesAt(text)).toBe('true');
  shown.rerender(card(false));
  for (const text of ['Hold, of 3 with any', 'Median 6:00', 'The bars']) expect(fadesAt(text)).toBe('false');
});
