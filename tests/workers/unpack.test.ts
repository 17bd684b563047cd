// @vitest-environment node
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseInput } from '../../src/workers/parseInput';
import { textWithin, unpackedStream } from '../../src/workers/unpack';
import { conversationText, lines } from './conversationText';

function packed(text: string, cut = 0): File {
  const bytes = gzipSync(text);
  return new File([new Uint8Array(bytes.subarray(0, bytes.length - cut))], 'a.json.gz');
}

describe('gzip files', () => {
  test('are read like what was packed', async () => {
    const outcome = await parseInput({ kind: 'files', files: [packed(conversationText('a', 'Zoë'))] });
    expect(outcome.problems).toEqual([]);
    expect(outcome.found.map(({ summary }) => summary.title)).toEqual(['Zoë']);
  });

  test('that are cut off give what there was, and a problem that says so', async () => {
    const plain = new File([conversationText('b')], 'b.json');
    const outcome = await parseInput({ kind: 'files', files: [packed(lines(5000), 20), plain] });
    expect(outcome.ending).toBe('done');
    expect(outcome.found.length).toBeGreaterThan(4000);
    expect(outcome.found.some(({ summary }) => summary.id === 'b')).toBe(true);
    expect(outcome.problems.filter(({ problem }) => problem.message.includes('compressed'))).toMatchObject([
      { problem: { code: 'truncated-input', severity: 'error' }, file: 'a.json.gz' },
    ]);
  });

  test('that are ZIP files, and could not be opened as such before, are told by what they are', async () => {
    const files = [
      new File(['PK\u0003\u0004 and so on'], 'cut.zip'),
      new File([conversationText('b')], 'b.json'),
    ];
    const { found, problems } = await parseInput({ kind: 'files', files });
    expect(found.map(({ summary }) => summary.id)).toEqual(['b']);
    expect(problems[0]).toMatchObject({ file: 'cut.zip', problem: { code: 'truncated-input' } });
    expect(problems.map(({ problem }) => problem.message).join()).toMatch(/a ZIP file that cannot be opened/);
    expect(problems.map(({ problem }) => problem.code)).not.toContain('invalid-json');
  });

  describe('one after another in one file', () => {
    /** What browsers have: it ends with the first of them. */
    class First extends TransformStream<Uint8Array, Uint8Array> {
      constructor() {
        const chunks: Uint8Array[] = [];
        super({
          transform: (chunk) => void chunks.push(chunk),
          flush(controller) {
            const all = Buffer.concat(chunks);
            const second = all.indexOf(gzipSync('').subarray(0, 4), 1);
            const whole = second < 0 ? all : all.subarray(0, second);
            const text = gunzipSync(whole, { finishFlush: constants.Z_SYNC_FLUSH });
            // Less than was unpacked: what was not read by then goes with a fault.
            controller.enqueue(text.subarray(0, text.length / 2));
            if (second > 0 || text.length === 0)
              throw new TypeError('Junk found after end of compressed data.');
            controller.enqueue(text.subarray(text.length / 2));
          },
        });
      }
    }
    const parts = [lines(300), lines(700), lines(20)];
    const bytes = Buffer.concat(parts.map((text) => gzipSync(text)));

    async function read(file: Blob, most?: number) {
      vi.stubGlobal('DecompressionStream', First);
      onTestFinished(() => void vi.unstubAllGlobals());
      const faults: string[] = [];
      const options = { most, anew: () => file.stream(), onFault: (fault: string) => faults.push(fault) };
      return { text: await new Response(await unpackedStream(file.stream(), options)).text(), faults };
    }

    test('are read as one', async () => {
      expect(await read(new Blob([bytes]))).toEqual({ text: parts.join(''), faults: [] });
    });

    test('give what there was where the last is cut off', async () => {
      const { text, faults } = await read(new Blob([bytes.subarray(0, -20)]));
      expect(text.startsWith(parts[0] + parts[1]!.slice(0, 1000))).toBe(true);
      expect(faults).toEqual(['damaged']);
    });

    test('stop at a limit', async () => {
      const { text, faults } = await read(new Blob([bytes]), parts[0]!.length + 10);
      expect(text.length).toBeLessThanOrEqual(parts[0]!.length + 10);
      expect(faults).toEqual(['large']);
    });

    test('are not what is damaged', async () => {
      const junk = Buffer.concat([gzipSync(parts[0]!), gzipSync('').subarray(0, 4), Buffer.from('junk')]);
      expect((await read(new Blob([junk]))).faults).toEqual(['damaged']);
    });
  });

  test('stop at a limit', async () => {
    const faults: string[] = [];
    const stream = await unpackedStream(packed('x'.repeat(1_000_000)).stream(), {
      most: 200_000,
      onFault: (fault) => faults.push(fault),
    });
    const text = await new Response(stream).text();
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(faults).toEqual(['large']);
  });

  test('are told by their bytes, not by their names', async () => {
    expect(await textWithin(new File(['{}'], 'a.gz'), 100)).toBe('{}');
    expect(await textWithin(new File([], 'a.gz'), 100)).toBe('');
    expect(await textWithin(packed('{"a": "ü"}'), 100)).toBe('{"a": "ü"}');
    expect(await textWithin(packed(' '.repeat(101)), 100)).toBeUndefined();
  });
});
