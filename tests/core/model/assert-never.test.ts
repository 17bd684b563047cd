import { expect, test } from 'vitest';
import { assertNever } from '../../../src/core/model/assert-never';

test('an error that reaches a host’s log says nothing of what is in the data', () => {
  const mark = { kind: 'new', lane: { label: 'Jonas Weber' } };
  expect(() => assertNever(mark as never)).toThrow(/^Unexpected variant$/);
  expect(() => assertNever('+1 555 0100' as never)).toThrow(/^Unexpected variant$/);
});
