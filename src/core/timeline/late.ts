import { CLOCKS } from './edge';
import { type LegState, readSaid, type Said } from './facts';

/** One topic alone overtakes nobody. */
function areOfSeveralTopics(states: readonly LegState[]): boolean {
  const [one] = (states[0] as LegState).look.topics;
  return states.some(({ look: { topics } }) => topics[0] !== one);
}

/** What a look shows of a leg, and with it since when that was held or parked, as text. */
function wordsOf({ state, held, role, controlling, hold, park }: Said): [shown: string, words: string] {
  const shown = String([state, held, role, controlling].map((fact) => fact?.value));
  return [shown, String([shown, hold?.value, park?.value])];
}

const SILENCE = wordsOf(readSaid({ pointer: '' }))[1];

/**
 * Topics tell of one conversation each at its own pace. What one of them says once more just behind another's news, to
 * which it comes itself later, is late and no change, unless it knows since when the leg was held or parked; where a
 * provider event tells when it was so, nobody has to ask.
 *
 *     topic a    free   held          free
 *     topic b    free         free           held   free
 *     said       free   held    -     free     -    free
 */
export function leaveLate(states: readonly LegState[]): void {
  if (!areOfSeveralTopics(states)) return;
  /** Where each topic shows what last. */
  const lasts = new Map<string, number>();
  states.forEach(({ look: { topics }, said }, at) => {
    for (const topic of topics) lasts.set(`${topic} ${wordsOf(said)[0]}`, at);
  });
  /** What each topic said last. */
  const told = new Map<string, string>();
  /** What any did, and since when. */
  let news = { shown: '', words: '', at: Infinity };
  states.forEach(({ look, said }, at) => {
    const { topics } = look;
    const [shown, words] = wordsOf(said);
    if (words === SILENCE) return; // which overtakes nobody
    const isLate = (topic: string): boolean =>
      told.get(topic) === words && (lasts.get(`${topic} ${news.shown}`) ?? -1) > at;
    const isNear = (look.at ?? -Infinity) <= news.at + CLOCKS;
    if (topics.length > 0 && isNear && !said.providerEvent && topics.every(isLate)) {
      said.state = said.held = said.role = said.controlling = undefined;
      return;
    }
    for (const topic of topics) told.set(topic, words);
    if (news.words !== words) news = { shown, words, at: look.at ?? Infinity };
  });
}
