// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { createSavedStore, SAVED_CHARACTERS } from '../../../src/app/session/saved';
import { createSession } from '../../../src/app/session/session';
import type { ParseInput } from '../../../src/workers/messages';
import { parseInput } from '../../../src/workers/parseInput';
import { conversationText } from '../../workers/conversationText';
import { Shelf } from './shelf';

const text = (id: string): ParseInput => ({ kind: 'text', text: conversationText(id) });
const files = (...all: File[]): ParseInput => ({ kind: 'files', files: all });

/** A tab, and what it keeps. */
function tab() {
  const saved = createSavedStore(new Shelf());
  return { session: createSession({ saved, parse: parseInput }), saved };
}

test('what cannot be remembered is shown all the same', async () => {
  const session = createSession({
    saved: createSavedStore(undefined),
    parse: parseInput,
    clock: () => {
      throw new Error('no network');
    },
  });
  await session.open({ kind: 'text', text: conversationText('one') });
  expect(session.state().opened?.outcome?.found.map(({ summary }) => summary.id)).toEqual(['one']);
  expect(session.state().recent).toEqual([]);
});

describe('what was cleared', () => {
  test('changes places with what was typed since, and back', () => {
    const { session } = tab();
    session.setDraft('one');
    session.clear();
    session.setDraft('two');
    for (const draft of ['one', 'two', 'one']) {
      session.undo();
      expect([session.draft(), session.state().canUndo]).toEqual([draft, true]);
    }
  });

  test('is what was typed, too, where files that were shown before are shown again', async () => {
    const { session } = tab();
    await session.open(files(new File([conversationText('a')], 'a.json')));
    session.setDraft('typed since');
    session.reopen(session.state().recent[0]?.id ?? '');
    expect(session.draft()).toBe('');
    session.undo();
    expect(session.draft()).toBe('typed since');
  });
});

describe('among what was shown before', () => {
  test('a document is once, and the one that was shown last is the first', async () => {
    const { session, saved } = tab();
    const file = () => files(new File([conversationText('f')], 'f.json'));
    for (const input of [text('a'), file(), text('b'), text('a'), file()]) await session.open(input);
    const ids = ({ input }: { input: object }) =>
      JSON.stringify(input)
        .match(/"id":"(.)"|\\"id\\":\\"(.)\\"/)
        ?.slice(1)
        .join('');
    expect(saved.readRecent().map(ids)).toEqual(['f', 'a', 'b']);
    expect(session.state().recent).toHaveLength(3);
  });
});

describe('for a reload is kept', () => {
  test('what was opened last, though reading what was opened before takes longer', async () => {
    const { session, saved } = tab();
    let come: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      come = resolve;
    });
    const slow = new File([conversationText('slow')], 'slow.json');
    const streamOf = slow.stream.bind(slow);
    vi.spyOn(slow, 'stream').mockImplementation(() =>
      streamOf().pipeThrough(
        new TransformStream({
          async transform(piece, controller) {
            await late;
            controller.enqueue(piece);
          },
        }),
      ),
    );
    const first = session.open(files(slow));
    await session.open(text('quick'));
    come();
    await first;
    expect(saved.read().opened).toEqual(text('quick'));
  });

  test('nothing of files that are together more than is kept, and it is told', async () => {
    const { session, saved } = tab();
    const large = (id: string) =>
      new File([conversationText(id).padEnd(SAVED_CHARACTERS * 0.6)], `${id}.json`);
    await session.open(files(large('a'), large('b')));
    expect(session.state().unsaved).toBe(true);
    expect(saved.read().opened).toBeUndefined();
    await session.open(files(large('a')));
    expect(session.state().unsaved).toBe(false);
    expect(saved.read().opened).toMatchObject({ kind: 'files', files: [{ name: 'a.json' }] });
  });
});
