import { expect, test } from 'vitest';
import { conversationAddress, idFrom } from '../../src/app/address';

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
