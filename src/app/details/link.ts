import { isUnsafeUrl, readUrl } from '../../core/timeline/url';

/**
 * An address that may be opened: absolute, plain https, without user info and control characters. Anything
 * else is text. The host of what comes back is in punycode, so that look-alikes show.
 */
export function openableUrl(text: string): URL | undefined {
  const url = isUnsafeUrl(text) ? undefined : readUrl(text);
  return url?.protocol === 'https:' ? url : undefined;
}

/** Whoever has one of these may join: hidden until asked for, whatever the spelling. */
const CAPABILITIES = new Set(['viewerurl']);

export function isCapability(field: string): boolean {
  return CAPABILITIES.has(field.replaceAll(/[_-]/g, '').toLowerCase());
}
