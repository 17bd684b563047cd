import { describe, expect, test } from 'vitest';
import { mistaken } from '../../../src/app/paste/mistaken';
import { parseConversations } from '../../../src/core/index';

const user = { id: 'u1', name: 'Sara Lind', selfUri: '/api/v2/users/u1' };
const queue = { id: 'q1', name: 'Billing', selfUri: '/platform/api/v2/routing/queues/q1' };

describe('what was pasted in place of a conversation', () => {
  test.each([
    ['an address', 'https://apps.mypurecloud.com/directory/#/interactions/7c1e', /^This is an address/],
    [
      'a command',
      "curl -H 'Authorization: x' https://api.mypurecloud.com/api/v2/conversations/7c1e",
      /address/,
    ],
    ['an id', ' 7c1e9f0a-52d4-4b6e-9c03-5d8e2f41ca91\n', /^This is an id/],
    ['an id in quotes', '"7C1E9F0A-52D4-4B6E-9C03-5D8E2F41CA91"', /^This is an id/],
    ['a page', '<!DOCTYPE html><html><body>Log in</body></html>', /^This is HTML or XML/],
    ['a table', '"Media","Users","Date"\r\n"voice","Sara","11/19/26"\r\n"chat","Ann","11/20/26"', /table/],
    ['a table of another country', 'Medium;Nutzer;Datum\nvoice;Sara;19.11.26', /table/],
    ['a refusal', '{"message":"Not found.","code":"not.found","status":404}', /“Not found.” \(404\)/],
    ['aggregates', '{"results":[{"group":{},"data":[{"interval":"i","metrics":[]}]}]}', /aggregates/],
    ['users', JSON.stringify({ entities: [user], total: 1 }), /api\/v2\/users, /],
    ['a bare list of queues', JSON.stringify([queue]), /api\/v2\/routing\/queues, /],
    ['one user', JSON.stringify(user), /api\/v2\/users, /],
  ])('is called %s', (_, text, said) => {
    expect(mistaken({ kind: 'text', text })).toMatch(said);
    expect(parseConversations(text).conversations).toEqual([]);
  });

  test.each([
    ['nothing', '  '],
    ['prose', 'Please have a look, thank you'],
    ['prose of one line with commas', 'Hello Ann, have a look at this call, please'],
    ['a conversation without its participants', '{"id": "c", "selfUri": "/api/v2/conversations/c"}'],
    ['a greeting in lines', 'Hello,\nplease, see below, thanks'],
    ['broken JSON', '{"id": "c", "participants": [5'],
    ['JSON of something else', '{"hello": "world", "message": "hi", "status": 200}'],
    ['JSON of one line with commas', '[1, 2, 3]'],
    ['a number', '42'],
    ['an entity that says nothing of itself', '{"entities": [{"id": "x"}]}'],
    ['an entity at an address of its own', '{"entities": [{"selfUri": "https://x.test/api/v2/users/u"}]}'],
  ])('has no name where it is %s', (_, text) => {
    expect(mistaken({ kind: 'text', text })).toBeUndefined();
  });

  test('shows what would turn the text around', () => {
    expect(mistaken({ kind: 'text', text: '{"message":"a\u202eb","status":500}' })).toContain('a⟨U+202E⟩b');
  });
});
