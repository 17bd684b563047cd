/**
 * Whether a browser would take a text for an address that must not be opened: everything absolute but
 * plain https, without user info and control characters. Relative paths of the vendor are mere text.
 */
export function isUnsafeUrl(text: string): boolean {
  // Paths, which most are, are no addresses of their own.
  if (text.startsWith('/')) return false;
  // Browsers strip blanks and controls at the ends, and tabs and newlines anywhere, before they read on.
  const stripped = text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '').replace(/[\t\n\r]/g, '');
  if (!URL.canParse(stripped)) return false;
  const url = new URL(stripped);
  const hasControls = /[\u0000-\u001f\u007f-\u009f]/.test(text);
  return url.protocol !== 'https:' || url.username !== '' || url.password !== '' || hasControls;
}
