// @vitest-environment node
import { expect, onTestFinished, test, vi } from 'vitest';
import { fileOf } from '../../../src/app/browse/library/exported';
import { factsOf } from '../../../src/core/facts/facts';
import type { Row } from '../../../src/sources/source';

const NOTHING: Row = factsOf({ id: '', observations: [] });
const MEGABYTE = 1_000_000;

test('a file of many conversations is handed to the browser piece by piece, and holds each of them once', async () => {
  /** Characters that the page holds until they are in a file. */
  const held: number[] = [];
  const Whole = Blob;
  vi.stubGlobal(
    'Blob',
    class extends Whole {
      constructor(parts: BlobPart[], options?: BlobPropertyBag) {
        super(parts, options);
        held.push(parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0));
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  async function* pages() {
    for (let page = 0; page < 8; page++) {
      yield Array.from({ length: 5 }, (_, at) => ({ ...NOTHING, id: String(page * 5 + at) }));
      await Promise.resolve();
    }
  }
  const file = await fileOf({ format: 'jsonl' }, pages(), async (ids) =>
    ids.map((id) => JSON.stringify({ id, notes: 'x'.repeat(MEGABYTE) })),
  );
  expect(file.type).toBe('application/jsonl');
  const lines = (await file.text()).split('\n');
  expect(lines.slice(0, -1).map((line) => JSON.parse(line).id)).toEqual(
    Array.from({ length: 40 }, (_, at) => String(at)),
  );
  expect(Math.max(...held)).toBeLessThan(15 * MEGABYTE);
});
