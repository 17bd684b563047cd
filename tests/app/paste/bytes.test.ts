// @vitest-environment node
import { expect, test } from 'vitest';
import { bytesText } from '../../../src/app/paste/bytes';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [396, '396 bytes'],
  [1000, '1 kB'],
  [31_400_000, '31.4 MB'],
  [5_000_000_000_000, '5,000 GB'],
])('%d is said as %s', (bytes, text) => expect(bytesText(bytes, 'en')).toBe(text));
