import { expect, it, onTestFinished } from 'vitest';
import { targetOf } from '../../src/timeline/target-of';

it('is an element, also of a window that the host has opened, and neither page nor window', () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  onTestFinished(() => frame.remove());
  const there = frame.contentDocument?.createElement('div') ?? null;
  expect(there).not.toBeInstanceOf(Element);
  expect(targetOf({ target: there })).toBe(there);
  expect(targetOf({ target: document.body })).toBe(document.body);
  for (const target of [document, window, document.createTextNode('text'), null])
    expect(targetOf({ target })).toBeNull();
});
