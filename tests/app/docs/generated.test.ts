// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated } from '../../../scripts/docs.mjs';

// Compiles the public types.
it('the reference and the headers in the docs are those of the code: `npm run docs` writes them', () => {
  const files = generated();
  expect(files.size).toBe(3);
  for (const [file, text] of files)
    expect({ file, text: readFileSync(file, 'utf8') }).toEqual({ file, text });
}, 60_000);
