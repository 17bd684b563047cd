import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Replacements } from '../../../src/app/handover/Replacements';

test('of thousands of replaced values the first are listed, then as many more as are asked for', async () => {
  const replaced = Array.from({ length: 250 }, (_, at) => ({
    kind: 'name' as const,
    placeholder: `Person ${at}`,
    count: 2,
    sample: `Ada ${at}`,
  }));
  const user = userEvent.setup();
  render(<Replacements replaced={replaced} />);
  const rows = () => screen.getAllByRole('row').length - 1;
  expect(rows()).toBe(100);
  expect(screen.getByText(/500/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show 100 more' }));
  expect(rows()).toBe(200);
  await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
  expect(rows()).toBe(250);
  expect(screen.queryByRole('button')).toBeNull();
});
