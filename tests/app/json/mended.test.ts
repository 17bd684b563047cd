import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../src/app/details/facts';
import { createSource } from '../../../src/app/json/source';
import { marksOf } from '../../../src/app/panels/allMarks';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { agent, rest } from '../../fixtures/payload';

const json = (value: unknown) => JSON.stringify(value);
const call = (id: string) =>
  json(
    rest([agent({ id: `agent-${id}`, calls: [{ A: 0, C: 10, E: 100, state: 'disconnected' }] })], {
      id,
    }),
  );
const [one, two] = [call('a'), call('b')];
/** As it stands in a text, without the quotes. */
const within = (text: string) => json(text).slice(1, -1);

const LOGS = {
  'a line of a log': `2026-01-01 INFO [main-1] got ${one} in 3 ms`,
  'lines of a log': `09:00:01 INFO ${one}\n09:00:02 INFO idle\n09:00:03 INFO ${two}`,
  'a text in a line of a log': `2026-01-01 INFO {"msg":${json(one)}}`,
  'texts in lines of a log': `09:00:01 {"msg":${json(one)}}\n09:00:02 idle\n09:00:03 {"msg":${json(two)}}`,
  'a text in a text in a line': `09:00:01 INFO {"msg":${json(json({ body: one }))}}`,
  'a line that is a text': `09:00:01 INFO ${json(one)}`,
  'lines that are texts': `09:00:01 INFO ${json(one)}\n09:00:02 INFO ${json(two)}\n`,
  'texts without their quotes': `09:00:01 INFO ${within(one)}\n09:00:02 INFO ${within(two)}`,
  'a name and a text': `09:00:01 level=info msg="${within(one)}" thread=4`,
  'a text in single quotes': `09:00:01 INFO {'msg': '${one}'}`,
  'a line that breaks off': `09:00:01 INFO {"msg":${json(one)}`,
  'a byte order mark before it': `\uFEFF09:00:01 INFO {"msg":${json(one)}}`,
  'a line of a log in a text': json({ lines: [`09:00:01 INFO ${one}`, `09:00:02 INFO ${two}`] }),
  'single quotes, with brackets in them': `${one.replaceAll('"', "'").replace("'agent'", "'a]}t'")} and so on`,
  YAML: `msg: ${json(one)}\n`,
};

describe.each(Object.entries(LOGS))('where conversations stand in %s', (_, text) => {
  const source = createSource([{ text }]);
  const { conversations } = parseConversations(text);
  const pointers = conversations.flatMap((each) =>
    marksOf(buildTimeline(each)).flatMap((mark) => evidenceOf(mark)?.pointers ?? []),
  );

  test('all evidence leads to its value, and from there the way leads back', () => {
    expect(pointers.length).toBeGreaterThan(3);
    const ways = pointers.map((pointer) => {
      const place = source.locate(pointer);
      const back = place && source.pointersAt(place.index, Math.floor((place.from + place.to) / 2));
      return [pointer, place?.within, back?.includes(pointer)];
    });
    expect(ways).toEqual(pointers.map((pointer) => [pointer, undefined, true]));
  });
});

test('a time in a text of a line is told as it is spelled there', () => {
  const text = LOGS['texts in lines of a log'];
  const source = createSource([{ text }]);
  const place = source.locate('/2/msg#/participants/0/calls/0/connectedTime');
  expect(place && text.slice(place.from, place.to)).toMatch(/^\\"20[-\dT:.]+Z\\"$/);
  expect(place?.from).toBeGreaterThan(text.indexOf('09:00:03'));
});
