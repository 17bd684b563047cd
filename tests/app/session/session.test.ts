// @vitest-environment node
import { expect, test } from 'vitest';
import { createSavedStore } from '../../../src/app/session/saved';
import { createSession } from '../../../src/app/session/session';
import { parseInput } from '../../../src/workers/parseInput';
import { conversationText } from '../../workers/conversationText';

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
