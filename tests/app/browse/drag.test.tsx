import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useBarDrag } from '../../../src/app/browse/overview/useBarDrag';

const onChoose = vi.fn<(first: number, last: number) => void>();

/** Bars ten pixels wide each. */
function Bars({ names }: { names: readonly string[] }) {
  const { handlers } = useBarDrag({ names, left: 0, right: 0 }, onChoose);
  return (
    <section
      aria-label="Bars"
      ref={(box) => {
        if (box) box.getBoundingClientRect = () => new DOMRect(0, 0, names.length * 10, 10);
      }}
      {...handlers}
    />
  );
}

function drag(from: number, to: number, between: () => void = () => undefined): void {
  const bars = screen.getByRole('region', { name: 'Bars' });
  fireEvent.mouseDown(bars, { clientX: from, button: 0 });
  fireEvent.mouseMove(bars, { clientX: to });
  between();
  fireEvent.mouseUp(bars, { clientX: to });
}

test('bars from where the pointer went down to where it came up are chosen, in order', () => {
  onChoose.mockClear();
  render(<Bars names={['10:00', '11:00', '12:00']} />);
  drag(25, 14);
  drag(5, 6);
  expect(onChoose.mock.calls).toEqual([
    [1, 2],
    [0, 0],
  ]);
});

test('nothing is chosen where others came in their place meanwhile', () => {
  onChoose.mockClear();
  const { rerender } = render(<Bars names={['10:00', '11:00', '12:00']} />);
  drag(5, 14, () => rerender(<Bars names={['Monday', 'Tuesday', 'Wednesday']} />));
  expect(onChoose).not.toHaveBeenCalled();
  drag(5, 14, () => rerender(<Bars names={['Monday', 'Tuesday', 'Wednesday']} />));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(0, 1);
});
