import { expect, test } from 'vitest';
import { conversationAddress, idFrom } from '../../src/app/address';
import { compareAddress, comparedFrom } from '../../src/app/compare/address';

/** What the router does to a path. */
function routed(address: string): string {
  return decodeURI(address).slice('/c/'.length);
}

test.each(['7c1e9f0a-52d4', 'a/b', '50%', '%2F', 'ü ?#&', '..', '\u202e'])(
  '%s survives the address',
  (id) => {
    expect(idFrom(routed(conversationAddress(id)))).toBe(id);
  },
);

test.each(['.', '..', '...', '.a'])('%s is no step up or down in the path', (id) => {
  const { pathname } = new URL(conversationAddress(id), 'https://host.example');
  expect(pathname).toBe(conversationAddress(id));
  expect(idFrom(routed(pathname))).toBe(id);
});

test('an address typed by hand is taken as it is', () => {
  expect(idFrom('100%')).toBe('100%');
});

test('half of a letter, of which no address can tell, stands in it as one that nobody can read', () => {
  expect(idFrom(routed(conversationAddress('half\ud83d')))).toBe('half\ufffd');
  expect(comparedFrom(compareAddress(['half\ud83d', 'b']).slice('/compare'.length)).ids).toEqual([
    'half\ufffd',
    'b',
  ]);
});
