import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../src/core/parse/json/documents';

const participants = ['a', 'b', 'c'].map((id) => ({
  id,
  calls: [{ id: `${id}1`, state: 'x "]}' }],
  held: false,
}));
const conversation = { id: 'c1', participants, recentTransfers: [{ id: 't' }] };

/** Offsets in `text` after which the participants are complete. */
function ends(text: string, space?: number): number[] {
  let from = 0;
  return participants.map((participant) => {
    const part =
      JSON.stringify(participant, undefined, space).split('\n')[0] === '{'
        ? '"held": false'
        : JSON.stringify(participant);
    const at = text.indexOf(part, from) + part.length;
    from = at;
    return part.startsWith('{') ? at : text.indexOf('}', at) + 1;
  });
}

function read(text: string) {
  const { documents, problems } = readDocuments(text);
  return { value: documents.at(-1)?.value, documents, problems };
}

describe('a conversation cut off anywhere', () => {
  it.each([undefined, 2])('keeps exactly the complete participants (indent %s)', (space) => {
    const text = JSON.stringify(conversation, undefined, space);
    const complete = ends(text, space);
    const list = text.indexOf('[') + 1;
    for (let at = list; at < text.length; at += 1) {
      const { value, problems } = read(text.slice(0, at));
      const kept = participants.slice(0, complete.filter((end) => end <= at).length);
      expect(value).toHaveProperty('participants', kept);
      expect(problems.map(({ code }) => code)).toEqual(['truncated-input']);
    }
  });

  it('names the end', () => {
    expect(read('{"id":"c",\n"participants":[{"id"\n').problems[0]).toMatchObject({ line: 2, column: 22 });
  });

  it.each([
    ['in a text', '[{"id":"c  ', 1, 12],
    ['in a text that ends with the file', '[{"id":"c  \n', 1, 12],
    ['between values', '[{"id":"c"},\n   ', 2, 4],
    ['with a line break', '[{"id":"c"},\r\n', 1, 13],
  ])('names the end behind blanks %s', (_, text, line, column) => {
    expect(read(text).problems.at(-1)).toMatchObject({ line, column });
  });

  it.each([
    ['a list at the top', '[', (list: unknown) => list],
    [
      'conversations',
      '{"total":1,"conversations":[',
      (conversations: unknown) => ({ total: 1, conversations }),
    ],
    ['entities', '{"entities":[', (entities: unknown) => ({ entities })],
  ])('inside %s keeps the others and its own participants', (_, before, whole) => {
    const one = JSON.stringify(conversation);
    for (let cut = 0; cut < one.indexOf('],"recent'); cut += 1) {
      const { value } = read(`${before}${one},${one.slice(0, cut)}`);
      const complete = ends(one).filter((end) => end <= cut).length;
      const second = { id: 'c1', participants: participants.slice(0, complete) };
      const list = cut > one.indexOf('[') ? [conversation, second] : [conversation];
      expect(value).toEqual(whole(list));
    }
  });

  it('inside the last line of JSON Lines keeps the lines before', () => {
    const { documents, problems } = read('{"id":1}\n{"id":2}\n{"id":3,"participants":[{"id":"a"},{"id":\n');
    expect(documents.map(({ value }) => value)).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 3, participants: [{ id: 'a' }] },
    ]);
    expect(problems).toMatchObject([{ code: 'truncated-input', line: 3 }]);
  });

  it('inside an event keeps the event', () => {
    const { value } = read('{"topicName":"t","eventBody":{"id":"c","participants":[{"id":"a"},{"id":"b"');
    expect(value).toEqual({ topicName: 't', eventBody: { id: 'c', participants: [{ id: 'a' }] } });
  });

  it.each([
    ['an event', (body: string) => `{"topicName":"t","eventBody":${body},"metadata":{"CorrelationId":"x"}}`],
    [
      'an event in an envelope',
      (body: string) => `{"detail-type":"t","detail":{"eventBody":${body},"metadata":{}},"region":"eu"}`,
    ],
    ['an event of Python', (body: string) => `{"topic_name":"t","event_body":${body},"metadata":{"x":[]}}`],
    ['a HAR', (body: string) => `{"log":{"entries":[${body}]},"metadata":{"x":[]}}`],
  ])('behind the participants of %s in a list keeps them', (_, whole) => {
    const one = whole(JSON.stringify({ id: 'c1', participants: [participants[0]] }));
    const first = one.indexOf(',"metadata"');
    for (let cut = first; cut < one.length; cut += 1) {
      const { value } = read(`[${one},${one.slice(0, cut)}`);
      expect(value).toHaveLength(2);
      expect(JSON.stringify(value)).toMatch(/"id":"a1".*"id":"a1"/);
    }
  });

  it.each(['', '\\', '\\u', '\\u0', '\\u00', '\\u00e'])('inside a body in a HAR keeps it up to %j', (end) => {
    const body = '{"participants":[{"id":"a"},{"name":"Jos';
    const text = `{"log":{"entries":[{"response":{"content":{"text":${JSON.stringify(body).slice(0, -1)}${end}`;
    expect(read(text).value).toHaveProperty('log.entries.0.response.content.text', body);
  });

  it('inside a list of participants drops the incomplete one', () => {
    expect(read('[{"id":"a"},{"id":"b","calls":[').value).toEqual([{ id: 'a' }]);
    const inner = '"attributes":{"entities":[';
    expect(read(`{"participants":[{"id":"a"},{"id":"b",${inner}`).value).toEqual({
      participants: [{ id: 'a' }],
    });
  });
});
