import { expect, test } from 'vitest';
import { toShow } from '../../../src/app/paste/toShow';
import { HELD_FROM } from '../../../src/app/session/session';
import type { ParseInput } from '../../../src/workers/messages';

const text = (text: string): ParseInput => ({ kind: 'text', text });
const FILES: ParseInput = { kind: 'files', files: [] };
const LARGE = text('x'.repeat(HELD_FROM));

test.each([
  { what: 'the text of the box', box: '{}', opened: undefined, shown: text('{}') },
  { what: 'the text of the box, whatever was shown', box: '{}', opened: FILES, shown: text('{}') },
  { what: 'nothing, where nothing is there', box: ' \n', opened: undefined, shown: undefined },
  { what: 'the files once more', box: '', opened: FILES, shown: FILES },
  { what: 'a document too large for the box once more', box: '', opened: LARGE, shown: LARGE },
  { what: 'an emptied box as empty', box: '', opened: text('{}'), shown: text('') },
])('shows $what', ({ box, opened, shown }) => {
  expect(toShow(box, opened)).toEqual(shown);
});
