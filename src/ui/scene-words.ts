import type { SceneWords } from '../core/layout/scene';
import type { Format } from './format';
import { isAtOnce, segmentWord } from './speech';
import { visible } from './visible';
import { type Words, wordFor } from './words';

/** The words that go into the drawing. */
export function sceneWordsOf(words: Words, format: Format): SceneWords {
  return {
    segment(segment) {
      const word = segmentWord(segment, words);
      const short = words.short[segment.type] ?? word;
      const length = format.compact(segment.end - segment.start);
      // Of several at once the number says enough.
      if (isAtOnce(segment)) return [`${word} ${length}`, word, segment.label ?? word];
      return [`${word} ${length}`, `${short} ${length}`, word, short];
    },
    role(role, session, sessions) {
      const word = visible(wordFor(words.roles, role)).toLocaleUpperCase('en');
      return sessions > 1 ? `${word} ${session + 1}` : word;
    },
    link: (kind, stub) => `${words.linkNouns[kind]}${stub === 'unresolved' ? ' ?' : ''}`,
  };
}
