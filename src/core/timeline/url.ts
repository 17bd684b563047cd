// Most addresses are plain https ones, which is cheaper to see than to have the address taken apart.
const PLAIN = /^https:\/\/[a-z\d.-]+(?:[/?#][\x21-\x7e]*)?$/i;

/** An address taken apart; nothing where the text is none. Pages that tests make have no `URL.canParse` yet. */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * Whether a browser would take a text for an address that must not be opened: everything absolute but
 * plain https, without user info and control characters. Relative paths of the vendor are mere text.
 */
export function isUnsafeUrl(text: string): boolean {
  // Paths, which most are, are no addresses of their own.
  if (text.startsWith('/') || PLAIN.test(text)) return false;
  // Browsers strip controls at the ends, and some of them anywhere, before they read on; blanks the parser strips itself.
  const stripped = text.replaceAll(/\p{Cc}/gu, '');
  const url = readUrl(stripped);
  if (!url) return false;
  return url.protocol !== 'https:' || url.username + url.password !== '' || stripped !== text;
}
