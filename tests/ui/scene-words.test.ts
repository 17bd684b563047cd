import { expect, it } from 'vitest';
import { formatFor } from '../../src/ui/format';
import { sceneWordsOf } from '../../src/ui/scene-words';
import { english } from '../../src/ui/words';
import { seg } from '../fixtures/timelines';

const says = sceneWordsOf(english, formatFor({ locale: 'en', timeZone: 'UTC' }));

it('says of several at once how many, where there is room for no more than that', () => {
  const several = seg('other', '0:00', '1:00', {
    label: '3',
    evidence: { pointers: [], rule: 'concurrent' },
  });
  expect(says.segment(several)).toEqual(['3 at once 1:00', '3 at once', '3']);
  expect(says.segment(seg('acw', '0:00', '1:00')).at(-1)).toBe('ACW');
});

it('counts sessions of co-browse where there are several, and writes out what would not be seen', () => {
  expect(says.role('viewer', 0, 1)).toBe('VIEWER');
  expect(says.role('viewer', 1, 2)).toBe('VIEWER 2');
  expect(says.role('vie\u202ewer', 0, 1)).toBe('VIE⟨U+202E⟩WER');
});

it('asks of a link whose other end is not in the data, and of no other', () => {
  expect(says.link('barge', 'unresolved')).toBe('barges ?');
  expect(says.link('barge', 'self')).toBe('barges');
  expect(says.link('barge')).toBe('barges');
});
