// @vitest-environment node
import { gzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { createImports } from '../../../src/app/browse/library/imports';
import type { ImportReport, Library } from '../../../src/app/browse/library/library';
import { unzipped } from '../../../src/app/files/unzipped';
import { createSavedStore } from '../../../src/app/session/saved';
import { createSession } from '../../../src/app/session/session';
import type { ParseInput } from '../../../src/workers/messages';
import { parseInput } from '../../../src/workers/parseInput';
import { conversationText } from '../../workers/conversationText';

const bytes = (text: string) => new TextEncoder().encode(text);

function zip(
  name: string,
  entries: { [path: string]: string | Uint8Array },
  change?: (all: Uint8Array) => void,
): File {
  const all: Zippable = {};
  for (const [path, content] of Object.entries(entries)) {
    all[path] = typeof content === 'string' ? bytes(content) : content;
  }
  const packed = new Uint8Array(zipSync(all));
  change?.(packed);
  return new File([packed], name);
}

async function opened(files: File[], going?: () => boolean) {
  const input = await unzipped({ kind: 'files', files }, going);
  if (input.kind !== 'files') throw new Error('Not files');
  return { names: input.files.map(({ name }) => name), leftOut: input.leftOut, files: input.files };
}

/** Says of each entry that it takes a password to open it. */
function locked(all: Uint8Array): void {
  const view = new DataView(all.buffer);
  for (let at = 0; at + 4 <= all.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) all[at + 6] = 1;
    if (signature === 0x02014b50) all[at + 8] = 1;
  }
}

describe('a ZIP file', () => {
  test('is opened as a folder: what may be read is taken, the rest is named', async () => {
    const { names, leftOut, files } = await opened([
      new File(['{}'], 'before.json'),
      zip('all.ZIP', {
        'calls/a.json': conversationText('a', 'Zoë'),
        'calls/b.jsonl.gz': gzipSync(bytes(conversationText('b'))),
        'calls/': '',
        'logo.png': 'x',
        '__MACOSX/calls/._a.json': 'x',
      }),
      new File(['{}'], 'after.json'),
    ]);
    expect(names).toEqual(['before.json', 'calls/a.json', 'calls/b.jsonl.gz', 'after.json']);
    expect(leftOut).toEqual(['logo.png']);
    expect(await files[1]?.text()).toBe(conversationText('a', 'Zoë'));
  });

  test('whose names end like nothing is read whole', async () => {
    expect((await opened([zip('a.zip', { 'x/0001': '{}', 'x/0002': '{}' })])).names).toEqual([
      'x/0001',
      'x/0002',
    ]);
  });

  test('that takes a password gives nothing but the names of what is in it', async () => {
    const { names, leftOut } = await opened([zip('a.zip', { 'a.json': '{}' }, locked)]);
    expect(names).toEqual([]);
    expect(leftOut).toEqual(['a.json']);
  });

  test('of which one entry is damaged gives the others', async () => {
    const varied = Array.from({ length: 500 }, (_, at) => Math.sin(at)).join();
    const { names, leftOut } = await opened([
      zip('a.zip', { 'a.json': varied, 'b.json': '{}' }, (all) => all.fill(255, 60, 90)),
    ]);
    expect(names).toEqual(['b.json']);
    expect(leftOut).toEqual(['a.json']);
  });

  test('that is cut off, or none in spite of its name, stays as it is', async () => {
    const whole = zip('cut.zip', { 'a.json': '{}' });
    const { names, leftOut } = await opened([
      new File([whole.slice(0, whole.size - 30)], 'cut.zip'),
      new File(['{}'], 'plain.zip'),
      new File([], 'empty.zip'),
    ]);
    expect(names).toEqual(['cut.zip', 'plain.zip', 'empty.zip']);
    expect(leftOut).toEqual([]);
  });

  test('is not unpacked any further when nobody wants it any more', async () => {
    let asked = 0;
    const { names } = await opened(
      [zip('a.zip', { 'a.json': '1', 'b.json': '2', 'c.json': '3' })],
      () => ++asked < 2,
    );
    expect(names).toEqual(['a.json']);
  });
});

test('text is left alone', async () => {
  const input: ParseInput = { kind: 'text', text: '{}' };
  expect(await unzipped(input)).toBe(input);
});

describe('opened in a session', () => {
  const session = () => createSession({ saved: createSavedStore(undefined), parse: parseInput });

  test('its conversations are found, problems have the name of the entry, and what was left out is told', async () => {
    const one = session();
    const files = [
      zip('a.zip', { 'a.json': conversationText('one'), 'b.json': '{"id": oops}', 'c.pdf': '' }),
    ];
    await one.open({ kind: 'files', files });
    const { input, outcome } = one.state().opened ?? {};
    expect(outcome?.found.map(({ summary }) => summary.id)).toEqual(['one']);
    const [leftOut, ...others] = outcome?.problems ?? [];
    expect(leftOut?.problem).toMatchObject({ code: 'skipped-input', severity: 'info' });
    expect(leftOut?.problem.message).toContain('c.pdf');
    expect(others.map(({ file, problem }) => [file, problem.code])).toContainEqual([
      'b.json',
      'invalid-json',
    ]);
    expect(outcome?.problemCount).toBe(outcome?.problems.length);
    // What the JSON is shown of.
    expect(input?.kind === 'files' && input.files.map(({ name }) => name)).toEqual(['a.json', 'b.json']);
  });

  test('what was left out is told again after a reload', async () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    const open = () => createSession({ saved: createSavedStore(storage as Storage), parse: parseInput });
    const files = [zip('a.zip', { 'a.json': conversationText('one'), 'c.pdf': '' })];
    await open().open({ kind: 'files', files });
    const after = open();
    await vi.waitFor(() => expect(after.state().opened?.outcome?.problems).toHaveLength(1));
    expect(after.state().opened?.outcome?.problems[0]?.problem.message).toContain('c.pdf');
  });

  test('gives way to what was opened while it was unpacked', async () => {
    const one = session();
    const first = one.open({ kind: 'files', files: [zip('a.zip', { 'a.json': conversationText('one') })] });
    await one.open({ kind: 'text', text: conversationText('two') });
    await first;
    expect(one.state().opened?.outcome?.found.map(({ summary }) => summary.id)).toEqual(['two']);
  });

  test('can be stopped while it is unpacked', async () => {
    const one = session();
    const opening = one.open({ kind: 'files', files: [zip('a.zip', { 'a.json': conversationText('one') })] });
    one.cancel();
    await opening;
    expect(one.state().opened?.outcome).toMatchObject({ ending: 'cancelled', found: [] });
  });
});

describe('imported', () => {
  /** A library that takes note of what it is given, and is told when it has taken it. */
  function library() {
    const given: string[][] = [];
    const told: string[] = [];
    const ends: ((report: ImportReport) => void)[] = [];
    const listeners = new Set<() => void>();
    let swept = 0;
    const inner: Partial<Library> = {
      state: () => ({ phase: 'ready', persistent: false, conversations: 0, deletions: swept, swept }),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      import(input) {
        given.push(input.kind === 'files' ? input.files.map(({ name }) => name) : []);
        return {
          pause: () => told.push('pause'),
          resume: () => told.push('resume'),
          cancel: () => told.push('cancel'),
          report: new Promise((resolve) => ends.push(resolve)),
        };
      },
    };
    const report: ImportReport = {
      ending: 'done',
      added: 1,
      updated: 0,
      unchanged: 0,
      skipped: [],
      skippedCount: 0,
    };
    const sweep = () => {
      swept += 1;
      for (const listener of listeners) listener();
    };
    return {
      library: inner as Library,
      given,
      told,
      listeners,
      sweep,
      end: (ending = report.ending) => ends.shift()?.({ ...report, ending }),
    };
  }
  const entries = { 'a.json': conversationText('one'), 'b.pdf': '' };

  test('it is unpacked before the library is given it, others wait, and what was left out is told', async () => {
    const { library: inner, given, end } = library();
    const imports = createImports(inner);
    imports.start({ kind: 'files', files: [zip('a.zip', entries)] });
    await vi.waitFor(() => expect(imports.state().asked).toBeDefined());
    imports.confirm();
    imports.start({ kind: 'files', files: [new File(['{}'], 'next.json')] });
    expect(imports.state().running).toBeDefined();
    await vi.waitFor(() => expect(given).toEqual([['a.json']]));
    end();
    await vi.waitFor(() => expect(given).toEqual([['a.json'], ['next.json']]));
    end();
    await vi.waitFor(() => expect(imports.state().report?.added).toBe(2));
    expect(imports.state().report?.skipped.map(({ problem }) => problem.message)).toEqual([
      expect.stringContaining('b.pdf'),
    ]);
  });

  test('what is asked for while it is unpacked is done as soon as it is', async () => {
    const { library: inner, given, told, end } = library();
    const imports = createImports(inner);
    imports.start({ kind: 'files', files: [zip('a.zip', entries)] });
    await vi.waitFor(() => expect(imports.state().asked).toBeDefined());
    imports.confirm();
    imports.pause();
    imports.cancel();
    expect(imports.state().running).toMatchObject({ paused: true, cancelling: true });
    await vi.waitFor(() => expect(told).toEqual(['pause', 'cancel']));
    expect(given).toEqual([[]]);
    end();
  });

  test('what is unpacked when everything is deleted comes in no more, nor what waits for it', async () => {
    const { library: inner, given, told, listeners, sweep, end } = library();
    const imports = createImports(inner);
    imports.start({ kind: 'files', files: [zip('a.zip', entries)] });
    await vi.waitFor(() => expect(imports.state().asked).toHaveLength(1));
    imports.confirm();
    imports.start({ kind: 'files', files: [new File(['{}'], 'next.json')] });
    sweep();
    await vi.waitFor(() => expect(told).toEqual(['cancel']));
    end();
    await vi.waitFor(() => expect(imports.state().report?.ending).toBe('deleted'));
    expect(imports.state().running).toBeUndefined();
    expect(given).toEqual([[]]);
    // Nobody is left listening, and the next one is another.
    expect(listeners.size).toBe(0);
    imports.start({ kind: 'files', files: [new File(['{}'], 'next.json')] });
    await vi.waitFor(() => expect(imports.state().asked).toHaveLength(1));
  });

  test('what waits behind an import of which the engine says that it was deleted is not begun', async () => {
    const { library: inner, given, end } = library();
    const imports = createImports(inner);
    imports.start({ kind: 'files', files: [new File(['{}'], 'first.json')] });
    await vi.waitFor(() => expect(imports.state().asked).toHaveLength(1));
    imports.confirm();
    imports.start({ kind: 'files', files: [new File(['{}'], 'next.json')] });
    end('deleted');
    await vi.waitFor(() => expect(imports.state().report?.ending).toBe('deleted'));
    expect(given).toEqual([['first.json']]);
    expect(imports.state().running).toBeUndefined();
  });

  test('a cancel does not wait for an entry that takes long to be unpacked', async () => {
    const { library: inner, given, told, end } = library();
    const imports = createImports(inner);
    const file = zip('a.zip', entries);
    const slice = file.slice.bind(file);
    /** The directory of the file is read; of what lies in it nothing ever comes. */
    const read = vi.spyOn(file, 'slice').mockImplementation((...range) => {
      const part = slice(...range);
      vi.spyOn(part, 'stream').mockReturnValue(new ReadableStream());
      return part;
    });
    imports.start({ kind: 'files', files: [file] });
    await vi.waitFor(() => expect(imports.state().asked).toHaveLength(1));
    imports.confirm();
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(given).toEqual([]);
    imports.cancel();
    await vi.waitFor(() => expect(told).toEqual(['cancel']));
    expect(given).toEqual([[]]);
    end();
    await vi.waitFor(() => expect(imports.state().running).toBeUndefined());
  });
});
