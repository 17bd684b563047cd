import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LargeView } from '../../../src/app/json/LargeView';
import { SettingsProvider } from '../../../src/app/settings';

test('of a large text without line breaks it is told which characters are shown', async () => {
  render(
    <SettingsProvider>
      <LargeView text={'x'.repeat(2_500_000)} spans={[]} reveal={undefined} onCursor={() => undefined} />
    </SettingsProvider>,
  );
  expect(screen.getByText(/A large text of 2,500,000 characters/)).toHaveTextContent(
    /: characters 1 to 400,000$/,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Show the part after' }));
  expect(screen.getByText(/A large text/)).toHaveTextContent(/: characters 400,001 to 800,000$/);
});
