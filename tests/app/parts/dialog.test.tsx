import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FilterSheet } from '../../../src/app/browse/filters/FilterSheet';
import { Dialog } from '../../../src/app/handover/Dialog';
import { withDialogs } from '../../fixtures/dialogs';

it.each([
  [
    'a question',
    (onClose: () => void) => (
      <Dialog heading="Q" lead="L" onClose={onClose}>
        …
      </Dialog>
    ),
  ],
  [
    'the filters',
    (onClose: () => void) => (
      <FilterSheet found="F" onClose={onClose}>
        …
      </FilterSheet>
    ),
  ],
])('%s stays open in strict mode, too, until it is shut', async (_, drawn) => {
  onTestFinished(withDialogs());
  const onClose = vi.fn<() => void>();
  render(<StrictMode>{drawn(onClose)}</StrictMode>);
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(dialog.open).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
  act(() => dialog.close());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});
