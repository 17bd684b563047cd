// @vitest-environment node
import { expect, test } from 'vitest';
import { withRecent } from '../../../src/app/session/recent';
import type { Recent } from '../../../src/app/session/restore';

function recent(id: string, text: string): Recent {
  return { id, at: 0, title: id, conversations: 1, input: { kind: 'text', text }, lasting: false };
}

test('a text that is too large to be held does not take along what was shown before', () => {
  const before = [recent('b', 'second'), recent('a', 'first')];
  const large = recent('c', ' '.repeat(100_000_001));
  expect(withRecent(before, large).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('what is shown once more moves up, and stands there once', () => {
  const before = [recent('b', 'second'), recent('a', 'first')];
  expect(withRecent(before, recent('c', 'first')).map(({ id }) => id)).toEqual(['c', 'b']);
  // Of files one knows it by their content, where that is stored.
  const files = (id: string, text?: string): Recent => ({
    ...recent(id, ''),
    input: { kind: 'files', files: [new File([], 'a.json')] },
    ...(text !== undefined && { saved: { kind: 'files', files: [{ name: 'a.json', text }] } }),
  });
  const ids = (one: Recent, other: Recent) => withRecent([one], other).map(({ id }) => id);
  expect(ids(files('a', 'first'), files('b', 'first'))).toEqual(['b']);
  expect(ids(files('a', 'first'), files('b', 'second'))).toEqual(['b', 'a']);
  expect(ids(files('a'), files('b'))).toEqual(['b', 'a']);
});

test('two that were shown at one moment are told apart, and of many the last twenty are kept', () => {
  expect(withRecent([recent('1', 'a')], recent('1', 'b')).map(({ id }) => id)).toEqual(['1+', '1']);
  const many = Array.from({ length: 20 }, (_, at) => recent(`${at}`, `text ${at}`));
  const kept = withRecent(many, recent('new', 'new')).map(({ id }) => id);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 'new', '18']);
});
