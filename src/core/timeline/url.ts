// Most addresses are plain https ones, which is cheaper to see than to have the address taken apart.
const PLAIN = /^https:\/\/[a-z\d.-]+(?:[/?#][\x21-\x7e]*)?$/i;

/**
 * Whether a browser would take a text for an address that must not be opened: everything absolute but
 * plain https, without user info and control characters. Relative paths of the vendor are mere text.
 */
export function isUnsafeUrl(text: string): boolean {
  // Paths, which most are, are no addresses of their own.
  if (text.startsWith('/') || PLAIN.test(text)) return false;
  // Browsers strip controls at the ends, and some of them anywhere, before they read on; blanks the parser strips itself.
  const stripped = Array.from(text)
    .filter((character) => !isControl(character))
    .join('');
  if (!URL.canParse(stripped)) return false;
  const url = new URL(stripped);
  const hasControls = Array.from(text).some(isControl);
  return url.protocol !== 'https:' || url.username !== '' || url.password !== '' || hasControls;
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}
