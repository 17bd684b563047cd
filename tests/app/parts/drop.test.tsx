import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { DropTarget } from '../../../src/app/parts/DropTarget';

const FILES = { types: ['Files'] };
const TEXT = { types: ['text/plain'] };

/** Answers whether the browser still does with it what it does by itself: with a file, to leave the page for it. */
function drag(
  what: 'dragover' | 'dragleave' | 'drop',
  dataTransfer: object,
  relatedTarget?: Element,
): boolean {
  const event = new Event(what, { bubbles: true, cancelable: true });
  return fireEvent(window, Object.assign(event, { dataTransfer, relatedTarget: relatedTarget ?? null }));
}

function open() {
  const onDrop = vi.fn<(data: DataTransfer) => void>();
  render(<DropTarget text="Drop it" onDrop={onDrop} />);
  return { onDrop, said: () => screen.queryByText('Drop it') };
}

test('files are taken, and it is said so while they are held over the page', () => {
  const { onDrop, said } = open();
  expect(said()).toBeNull();
  expect(drag('dragover', FILES)).toBe(false);
  expect(said()).toBeVisible();
  drag('dragleave', FILES, document.body); // from one part of it to another
  expect(said()).toBeVisible();
  drag('dragleave', FILES);
  expect(said()).toBeNull();
  drag('dragover', FILES);
  expect(drag('drop', FILES)).toBe(false);
  expect(onDrop).toHaveBeenCalledExactlyOnceWith(FILES);
  expect(said()).toBeNull();
});

test('text that is dragged, as into a field, is none of its business', () => {
  const { onDrop, said } = open();
  expect(drag('dragover', TEXT)).toBe(true);
  expect(said()).toBeNull();
  expect(drag('drop', TEXT)).toBe(true);
  expect(onDrop).not.toHaveBeenCalled();
});
