import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Pointer } from '../../../src/app/parts/Pointer';

test('a pointer into a text that is the whole input shows where that text begins', () => {
  const shown = (text: string) => render(<Pointer text={text} />).container.textContent;
  expect(shown('/log/0')).toBe('/log/0');
  expect(shown('#/participants/0')).toBe('#/participants/0');
  expect(shown('#')).toBe('#');
});
