import { describe, expect, test } from 'vitest';
import { droppedFiles } from '../../../src/app/files/dropped';
import { readableFiles } from '../../../src/app/files/readable';

function fileEntry(name: string): FileSystemFileEntry {
  return {
    isFile: true,
    isDirectory: false,
    name,
    file: (done: (file: File) => void) => done(new File([name], name)),
  } as never;
}

/** As browsers do: some entries at a time, and none at the end. */
function folderEntry(name: string, entries: FileSystemEntry[], atOnce = 100): FileSystemDirectoryEntry {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, atOnce)) };
    },
  } as never;
}

function dropped(entries: (FileSystemEntry | null)[], files: File[] = []): DataTransfer {
  return { items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files } as never;
}

async function names(transfer: DataTransfer): Promise<string[]> {
  return (await droppedFiles(transfer)).files.map(({ name }) => name);
}

describe('what is dropped', () => {
  test('is taken as it is where it is files: whoever drops a file means it', async () => {
    const files = [new File([''], 'a.json'), new File([''], 'b.bin')];
    expect(
      await names(
        dropped(
          files.map(({ name }) => fileEntry(name)),
          files,
        ),
      ),
    ).toEqual(['a.json', 'b.bin']);
  });

  test('comes without what cannot be opened, which is named', async () => {
    const fail = (_: unknown, failed: (error: Error) => void) => failed(new Error('NotReadableError'));
    const refused = (name: string) => Object.assign(fileEntry(name), { file: fail });
    const shut = Object.assign(folderEntry('shut', []), { createReader: () => ({ readEntries: fail }) });
    const folder = folderEntry('calls', [fileEntry('a.json'), refused('b.json'), shut, fileEntry('c.json')]);
    const { files, leftOut } = await droppedFiles(dropped([folder, fileEntry('d.json')]));
    expect(files.map(({ name }) => name)).toEqual(['a.json', 'c.json', 'd.json']);
    expect(leftOut).toEqual(['b.json', 'shut']);
  });

  test('is taken from a folder in which nothing can be read, so that it is said why', async () => {
    const pictures = folderEntry('pictures', [
      fileEntry('.DS_Store'),
      folderEntry('deep', [fileEntry('a.png')]),
      fileEntry('export'),
    ]);
    expect(await names(dropped([pictures, fileEntry('b.bin')]))).toEqual(['a.png', 'export', 'b.bin']);
  });

  test('is opened where it is a folder, however deep and however many lie in it; pictures are left', async () => {
    const many = Array.from({ length: 250 }, (_, at) => fileEntry(`${at}.json`));
    const deep = folderEntry('deep', [
      folderEntry('deeper', [fileEntry('x.jsonl.gz'), fileEntry('logo.png')]),
    ]);
    const found = await names(dropped([folderEntry('all', [...many, deep]), fileEntry('y.har')]));
    expect(found).toHaveLength(252);
    expect(found).toContain('x.jsonl.gz');
    expect(found).toContain('y.har');
    const { leftOut } = await droppedFiles(dropped([folderEntry('all', [...many, deep])]));
    expect(leftOut).toEqual(['logo.png']);
  });

  test('is all of a folder that holds more than a call takes arguments', async () => {
    const file = new File([''], 'a.json');
    const entry = Object.assign(fileEntry('a.json'), { file: (done: (file: File) => void) => done(file) });
    const many = Array.from({ length: 150_000 }, () => entry);
    const deep = folderEntry('all', [folderEntry('deep', many, 50_000)]);
    const { files, leftOut } = await droppedFiles(dropped([deep]));
    expect([files.length, leftOut]).toEqual([150_000, []]);
  });

  test('is nothing where a browser tells of no entry', async () => {
    expect(await names(dropped([null]))).toEqual([]);
  });
});

test('of a folder that is chosen only what may be read is taken', () => {
  const files = ['a.json', '._a.json', 'A.JSONL', '.DS_Store', 'c.txt', 'd.gz', 'e.pdf'].map(
    (name) => new File([''], name),
  );
  const { files: taken, leftOut } = readableFiles(files);
  expect(taken.map(({ name }) => name)).toEqual(['a.json', 'A.JSONL', 'c.txt', 'd.gz']);
  expect(leftOut).toEqual(['e.pdf']);
});
