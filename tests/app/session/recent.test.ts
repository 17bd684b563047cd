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
