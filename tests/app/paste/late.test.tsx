import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type ConversationDocument, readDocument } from '../../../src/app/browse/library/document';
import { PasteOne } from '../../../src/app/compare/PasteOne';
import { PastedContext } from '../../../src/app/compare/pasted';
import { SampleChooser } from '../../../src/app/paste/SampleChooser';
import { SamplesContext } from '../../../src/app/samples';
import { samples } from '../../../src/sources/samples/catalogue';

test('of two samples the one that was chosen last is taken, whichever comes first', async () => {
  const come = new Map<string, (document: ConversationDocument) => void>();
  const source = {
    list: () => Promise.resolve(samples),
    get: (id: string) => new Promise<ConversationDocument>((resolve) => come.set(id, resolve)),
  };
  const onText = vi.fn<(text: string) => void>();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SamplesContext value={source}>
        <SampleChooser samples={samples} onText={onText} onFail={() => undefined} />
      </SamplesContext>
    </QueryClientProvider>,
  );
  const choice = screen.getByRole('combobox', { name: 'Try a sample' });
  for (const value of ['listing', 'broken']) fireEvent.change(choice, { target: { value } });
  for (const id of ['broken', 'listing']) {
    const document = await readDocument(`"${id}"`);
    await act(async () => come.get(id)?.(document));
  }
  expect(onText.mock.calls).toEqual([['"broken"']]);
});

test('what is wrong with a text is not said of the next one', async () => {
  render(
    <PastedContext value={{ byId: new Map(), add: () => undefined }}>
      <PasteOne ids={[]} onAdd={() => undefined} />
    </PastedContext>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Paste one' }));
  const box = screen.getByRole('textbox', { name: 'JSON of a conversation to compare' });
  fireEvent.change(box, { target: { value: 'nothing' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add to the comparison' })));
  expect(screen.getByRole('alert')).toBeVisible();
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Add to the comparison' }));
    fireEvent.change(box, { target: { value: '{' } });
  });
  expect(screen.queryByRole('alert')).toBeNull();
});
