// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { createImports } from '../../../src/app/browse/library/imports';
import { createLaterLibrary } from '../../../src/app/browse/library/later';
import { Unreached } from '../../../src/app/browse/library/unreached';
import { createMemoryLibrary } from '../../../src/app/browse/library/memory';
import type { ParseInput } from '../../../src/workers/messages';
import { parseInput } from '../../../src/workers/parseInput';
import { libraryOf } from './people';

const TEXT = ['a', 'b', 'c'].map((id) => `{"id":"${id}","participants":[{"purpose":"agent"}]}`).join('\n');

/** Until all that was asked for is answered. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a question whether something may be kept', () => {
  test('is about all that was chosen, whichever was read first', async () => {
    const imports = createImports(await libraryOf(0));
    const files: ParseInput = { kind: 'files', files: [new File([TEXT], 'a.json')] };
    const text: ParseInput = { kind: 'text', text: TEXT };
    imports.start(text);
    imports.start(files);
    await settled();
    expect(new Set(imports.state().asked)).toEqual(new Set([text, files]));
  });
});

describe('an import in memory', () => {
  test('ends when it is cancelled while what was read is being taken', async () => {
    const library = createMemoryLibrary(parseInput);
    const run = library.import({ kind: 'text', text: TEXT }, () => undefined);
    run.pause();
    await settled();
    run.cancel();
    expect(await run.report).toMatchObject({ ending: 'cancelled', added: 0 });
    expect(library.state().conversations).toBe(0);
  });

  test('leaves alone what was deleted since it began', async () => {
    const library = createMemoryLibrary(parseInput);
    const start = () => library.import({ kind: 'text', text: TEXT }, () => undefined);
    await start().report;
    const run = start();
    run.pause();
    await settled();
    expect(await library.remove({ ids: ['b'] })).toBe(1);
    run.resume();
    expect(await run.report).toMatchObject({ ending: 'done', added: 0, unchanged: 2, deleted: 1 });
    expect(library.state().conversations).toBe(2);
    expect(await start().report).toMatchObject({ added: 1 });
  });

  test('takes all that was read until then when reading it is cancelled', async () => {
    const library = createMemoryLibrary(async (input, control) => {
      await settled();
      return { ...(await parseInput(input)), ending: control?.signal?.aborted ? 'cancelled' : 'done' };
    });
    const run = library.import({ kind: 'text', text: TEXT }, () => undefined);
    run.cancel();
    expect(await run.report).toMatchObject({ ending: 'cancelled', added: 3 });
  });

  test('says that it broke off, and keeps what it had taken', async () => {
    const library = createMemoryLibrary(async (input) => {
      const outcome = await parseInput(input);
      const [, second] = outcome.found;
      if (second) second.parts = [new Uint8Array([7])];
      return outcome;
    });
    const run = library.import({ kind: 'text', text: TEXT }, () => undefined);
    expect(await run.report).toMatchObject({ ending: 'crashed', added: 1 });
    expect(library.state().conversations).toBe(1);
  });
});

test('an import into a library that cannot be opened says so, whatever is done to it', async () => {
  const library = createLaterLibrary(() => Promise.reject(new Error('no storage')), {
    phase: 'opening',
    persistent: true,
  });
  const unheard = vi.fn<() => void>();
  process.on('unhandledRejection', unheard);
  const run = library.import({ kind: 'text', text: TEXT }, () => undefined);
  run.pause();
  run.cancel();
  expect(await run.report).toMatchObject({ ending: 'unopened', added: 0 });
  expect(library.state().phase).toBe('failed');
  await settled();
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});

test('a library of which a part could not be fetched is told from one that cannot be opened', async () => {
  const library = createLaterLibrary(() => Promise.reject(new Unreached()), {
    phase: 'ready',
    conversations: 0,
    persistent: true,
  });
  await expect(library.having(['a'])).rejects.toBeInstanceOf(Unreached);
  expect(library.state().phase).toBe('unreached');
});
