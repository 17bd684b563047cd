/**
 * Characters that are not seen but change what is: controls, directional overrides and isolates, zero-width
 * ones, line separators, tags. Joiners stay, since scripts and emoji need them.
 */
export const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text of the data as it may be shown: what would be invisible is written out, e.g. `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (unseen) => {
    const code = unseen.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
