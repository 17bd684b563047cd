import type { Choice } from '../../../sources/source';
import { english } from '../../../ui/words';
import { browseWords } from '../../words/browse';

/** The vendor's ids. Whatever else stands where an id should may be a name. */
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Words of ours for the values of some choices. */
export const DICTIONARIES: { readonly [choice in Choice]?: { readonly [value: string]: string } } = {
  media: english.media,
  purpose: english.purposes,
  cobrowseRole: english.roles,
  direction: browseWords.directions,
  mark: browseWords.marks,
  problem: browseWords.problemCodes,
};

/**
 * Whether a value may stand in an address: it comes from a fixed list, or is an id. Names, reasons and words
 * that somebody made up are data of people, and stay in the tab's history state.
 */
export function isPublic(choice: Choice, value: string): boolean {
  const fixed = DICTIONARIES[choice];
  if (fixed) return Object.hasOwn(fixed, value);
  return choice !== 'flag' && ID.test(value);
}
