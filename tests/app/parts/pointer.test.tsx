import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Pointer } from '../../../src/app/parts/Pointer';

test('a pointer into a text that is the whole input shows where that text begins', () => {
  const shown = (text: string) => render(<Pointer text={text} />).container.textContent;
  expect(shown('/log/0')).toBe('/log/0');
  expect(shown('#/participants/0')).toBe('#/participants/0');
  expect(shown('#')).toBe('#');
});

test('what is unseen in the keys of a pointer is written out', () => {
  const { container } = render(<Pointer text={'/participants/0/attributes/a\u202eb'} />);
  expect(container.textContent).toBe('/participants/0/attributes/a⟨U+202E⟩b');
});
