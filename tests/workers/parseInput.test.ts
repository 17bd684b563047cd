// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { conversationOf } from '../../src/workers/found';
import type { Progress } from '../../src/workers/messages';
import { parseInput } from '../../src/workers/parseInput';
import { conversationText, lines } from './conversationText';

// Node has no such Worker: large inputs take the way of browsers that forbid it.
function file(name: string, text: string): File {
  return new File([text], name);
}

describe('parseInput', () => {
  test('reads short text at once', async () => {
    const outcome = await parseInput({ kind: 'text', text: conversationText('a', 'Ada') });
    expect(outcome.ending).toBe('done');
    expect(outcome.found.map(({ summary }) => summary)).toMatchObject([
      { id: 'a', title: 'Ada', participants: 1 },
    ]);
  });

  test('says where text is broken, and keeps what is whole', async () => {
    const outcome = await parseInput({ kind: 'text', text: `${conversationText('a')}\n{"id": oops}` });
    expect(outcome.found).toHaveLength(1);
    expect(outcome.problems[0]?.problem).toMatchObject({ code: 'invalid-json', line: 2 });
    expect(outcome.problemCount).toBe(outcome.problems.length);
  });

  test('without a worker large text is read on the page, with progress', async () => {
    const seen: Progress[] = [];
    const text = lines(600);
    const outcome = await parseInput(
      { kind: 'text', text },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(outcome.ending).toBe('done');
    expect(outcome.found).toHaveLength(600);
    expect(seen.at(-1)).toEqual({ bytesRead: text.length, bytesTotal: text.length, conversations: 600 });
  });

  test('can be cancelled, and keeps what was read', async () => {
    const control = new AbortController();
    const files = [file('one.json', conversationText('one')), file('many.jsonl', lines(3000))];
    const { ending, found } = await parseInput(
      { kind: 'files', files },
      { signal: control.signal, onProgress: ({ conversations }) => conversations > 0 && control.abort() },
    );
    expect(ending).toBe('cancelled');
    expect(found.map(({ summary }) => summary.id)).toContain('one');
    expect(found.length).toBeLessThan(3000);
  });

  test('several files are sources of their own, and one conversation over two of them is one', async () => {
    const files = [
      file('one.json', conversationText('a')),
      file('broken.json', '{"id": oops'),
      file('two.json', conversationText('a')),
    ];
    const outcome = await parseInput({ kind: 'files', files });
    expect(outcome.found).toHaveLength(1);
    const [found] = outcome.found;
    const pointers = found && conversationOf(found).observations.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/0', '/2']);
    expect(outcome.problems.map(({ file }) => file)).toContain('broken.json');
  });

  test('files in other encodings are read, or told of with their names', async () => {
    const text = conversationText('a', 'Zoë');
    const latin1 = new File([new Uint8Array(Buffer.from(text, 'latin1'))], 'latin1.json');
    const utf16 = Buffer.from(text.replace('"a"', '"b"'), 'utf16le');
    const marked = new File(['\uFEFF', text.replace('"a"', '"c"')], 'marked.json');
    const files = [latin1, new File([new Uint8Array(utf16)], 'utf16.json'), marked];
    const outcome = await parseInput({ kind: 'files', files });
    expect(outcome.found.map(({ summary }) => summary.title)).toEqual(['Zo\uFFFD', 'Zoë', 'Zoë']);
    expect(outcome.problems).toMatchObject([
      { file: 'latin1.json', problem: { code: 'invalid-json', line: 1 } },
    ]);
    expect(outcome.problems[0]?.problem.message).toContain('Not UTF-8');
  });

  test('what could be read of a file before it went is there', async () => {
    const file = new File([conversationText('a', 'Zoë')], 'gone.json');
    const bytes = await file.bytes();
    const pieces = [bytes.subarray(0, bytes.length - 1), undefined];
    Object.defineProperty(file, 'stream', {
      value: () =>
        new ReadableStream({
          pull(controller) {
            const piece = pieces.shift();
            if (piece) controller.enqueue(piece);
            else controller.error(new Error('gone'));
          },
        }),
    });
    const { found, problems } = await parseInput({ kind: 'files', files: [file] });
    expect(found.map(({ summary }) => summary.title)).toEqual(['Zoë']);
    expect(problems[0]?.problem.message).toContain('changed');
  });

  test('a file that changed since it was chosen is told by its name, and the others are read', async () => {
    const file = new File(['x'], 'gone.json');
    Object.defineProperty(file, 'stream', {
      value: () => new ReadableStream({ start: (controller) => controller.error(new Error('gone')) }),
    });
    const files = [file, new File([conversationText('a', 'Zoë')], 'a.json')];
    const outcome = await parseInput({ kind: 'files', files });
    expect(outcome.ending).toBe('done');
    expect(outcome.found.map(({ summary }) => summary.title)).toEqual(['Zoë']);
    const [gone] = outcome.problems;
    expect(gone).toMatchObject({
      file: 'gone.json',
      problem: { code: 'truncated-input', severity: 'error' },
    });
    expect(gone?.problem.message).toContain('changed');
  });
});
