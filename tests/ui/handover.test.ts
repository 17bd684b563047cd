// @vitest-environment node
import { assert, asyncProperty, string } from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { handoverFragment, READ_CHARACTERS, readHandover } from '../../src/ui/handover';

function fragmentOf(bytes: Uint8Array): string {
  return `#data1=${Buffer.from(bytes).toString('base64url')}`;
}

describe('a text handed over in the fragment', () => {
  test('comes out as it went in, whatever it holds', async () => {
    const anyText = string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    await assert(
      asyncProperty(anyText, async (text) => {
        const fragment = await handoverFragment(text);
        expect(fragment).toMatch(/^#data1=[\w-]+$/);
        expect(await readHandover(fragment)).toEqual({ kind: 'text', text });
      }),
    );
  });

  test('comes out whole, however large and whatever its letters take', async () => {
    const numbers = Array.from({ length: 40_000 }, (_, at) => Math.sin(at)).join('');
    for (const text of [numbers, `a${'✓'.repeat(100_000)}`])
      expect(await readHandover(await handoverFragment(text))).toEqual({ kind: 'text', text });
  });

  test('is no broken link where a browser cannot unpack it', async () => {
    const fragment = await handoverFragment('text');
    vi.stubGlobal('DecompressionStream', undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await readHandover(fragment)).toEqual({ kind: 'unsupported' });
  });

  test('may be made by others: without a version, padded, escaped, broken into lines', async () => {
    const text = '{"participants": [{"name": "Zoë ✓?>"}]}';
    const data = deflateRawSync(text).toString('base64');
    for (const form of [
      `#data=${data}`,
      `#data=${encodeURIComponent(data)}`,
      `data1=${data.slice(0, 9)}\n${data.slice(9)}`,
    ]) {
      expect(await readHandover(form)).toEqual({ kind: 'text', text });
    }
  });

  test.each(['', '#', '#content', '#database=abc', '#v=1&data=abc'])(
    '%j hands nothing over',
    async (fragment) => {
      expect(await readHandover(fragment)).toEqual({ kind: 'none' });
    },
  );

  test('says what is wrong with it', async () => {
    const whole = await handoverFragment('x'.repeat(10_000) + Math.PI);
    expect(await readHandover(whole.slice(0, -8))).toEqual({ kind: 'broken' });
    expect(await readHandover('#data1=no base64!')).toEqual({ kind: 'broken' });
    expect(await readHandover('#data1=%E0%A4%A')).toEqual({ kind: 'broken' });
    expect(await readHandover('#data1=')).toEqual({ kind: 'broken' });
    expect(await readHandover('#data2=abc')).toEqual({ kind: 'version' });
    expect(await readHandover(`#data1=${'A'.repeat(READ_CHARACTERS + 1)}`)).toEqual({ kind: 'long' });
    expect(await readHandover(fragmentOf(deflateRawSync(Buffer.from([0xff, 0xfe, 0xff]))))).toEqual({
      kind: 'broken',
    });
  });

  test('a link that would unpack to very much is not followed', async () => {
    const bomb = deflateRawSync(Buffer.alloc(200_000_000, 0x20));
    expect(bomb.length).toBeLessThan(300_000);
    expect(await readHandover(fragmentOf(bomb))).toEqual({ kind: 'large' });
  });
});
