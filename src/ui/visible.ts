/**
 * Characters that are not seen but change what is: controls, directional overrides and isolates, zero-width
 * ones, fillers that stand for a name, line separators, tags. Joiners and what chooses between forms stay, since
 * scripts and emoji need them.
 */
export const UNSEEN = /(?![\p{VS}\u034f\u200c\u200d])[\p{Cc}\p{DI}\u2028\u2029\ufff9-\ufffb]/gu;

/** Text of the data as it may be shown: what would be invisible is written out, e.g. `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (unseen) => {
    const code = unseen.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
