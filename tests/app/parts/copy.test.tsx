import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CopyButton } from '../../../src/app/parts/CopyButton';

test('that something is on the clipboard is said for as long as the last time', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  try {
    const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    render(<CopyButton text="id" label="Copy id" />);
    const copy = async () =>
      act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy id' })));
    await copy();
    await act(async () => vi.advanceTimersByTime(1500));
    await copy();
    await act(async () => vi.advanceTimersByTime(1500));
    expect(screen.getByText('Copied')).toBeVisible();
    await act(async () => vi.advanceTimersByTime(1000));
    expect(screen.queryByText('Copied')).toBeNull();
    expect(writeText.mock.calls).toEqual([['id'], ['id']]);
  } finally {
    vi.useRealTimers();
    Reflect.deleteProperty(navigator, 'clipboard');
  }
});

test('a page without a clipboard, as one that did not come by https, says that nothing was copied', async () => {
  render(<CopyButton text="id" label="Copy id" />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy id' })));
  expect(screen.getByText('Copying was refused')).toBeVisible();
});
