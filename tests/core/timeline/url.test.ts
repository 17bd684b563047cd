import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { joinLinksOf } from '../../../src/core/timeline/join-links';
import { isUnsafeUrl } from '../../../src/core/timeline/url';
import { lane } from '../../fixtures/timelines';

const SAFE = 'https://apps.example.com/view';

describe('an address that must not be opened', () => {
  test.each([
    ['plain http', 'http://example.com'],
    ['plain http with a path', 'http://example.com/'],
    ['another scheme', 'blob:https://example.com/x'],
    ['script', 'javascript:alert(1)'],
    ['script in capitals', 'JaVaScRiPt:alert(1)'],
    ['script behind a blank', ' javascript:alert(1)'],
    ['script behind a control character', '\u0001javascript:alert(1)'],
    ['script with a tab within', 'java\tscript:alert(1)'],
    ['script with a line break within', 'java\r\nscript:alert(1)'],
    ['script with a control character that browsers would not strip', 'java\u0002script:alert(1)'],
    ['a user', 'https://mina@apps.example.com/view'],
    ['a password alone', 'https://:secret@apps.example.com/view'],
    ['a tab in an address that is well but for it', 'https://apps.example\t.com/view'],
    ['the last control character below the blank', `${SAFE}\u001F`],
    ['delete', `${SAFE}\u007F`],
    ['the last control character above', `\u009F${SAFE}`],
  ])('%s', (_, text) => {
    expect(isUnsafeUrl(text)).toBe(true);
  });
});

describe('no such address', () => {
  test.each([
    ['plain https', SAFE],
    ['https in capitals', 'HTTPS://APPS.EXAMPLE.COM'],
    ['https in blanks, which are stripped', `  ${SAFE} `],
    ['a blank within, which a browser escapes', 'https://apps.example.com/view 1'],
    ['characters just outside the controls', 'https://apps.example.com/~\u00A0é'],
    ['a path', '/api/v2/users/mina'],
    ['a path that holds an address', '/go?to=javascript:alert(1)'],
    ['a path without a beginning', 'view/1'],
    ['a word', 'mina'],
    ['nothing', ''],
    ['only a control character', '\u0001'],
  ])('%s', (_, text) => {
    expect(isUnsafeUrl(text)).toBe(false);
  });
});

describe('where URL cannot say whether it can parse, as in the page that Jest 29 makes', () => {
  beforeEach(() => void vi.stubGlobal('URL', Object.assign(class extends URL {}, { canParse: undefined })));
  afterEach(() => void vi.unstubAllGlobals());

  test.each([
    ['javascript:alert(1)', true],
    ['view 1', false],
  ])('%s', (text, unsafe) => {
    expect(isUnsafeUrl(text)).toBe(unsafe);
  });

  it('finds links', () => {
    const participant = { viewerUrl: 'https://watch.example/a' };
    expect(joinLinksOf(lane('jonas', 'Jonas', { participant }))).toHaveLength(1);
  });
});
