import { describe, expect, test } from 'vitest';
import { placeOf, placesBehind } from '../../../src/app/json/places';
import { createSource, type SourcePlace, type SourceText } from '../../../src/app/json/source';
import { marksOf } from '../../../src/app/panels/allMarks';
import type { Mark } from '../../../src/core/view/marks';
import { agent, iso, rest, timelineOf } from '../../fixtures/payload';

const ONE: SourceText = { text: '{"a": 1,\n "b": [2, 3]}' };
const TWO: SourceText[] = [
  { name: 'one.json', text: '{"a": 1}' },
  { name: 'two.json', text: '{"b":\n 2}' },
];
const WITHIN: SourceText = { text: '{"body": "{\\"a\\":\\n1}"}' };

function read(texts: readonly SourceText[], place: SourcePlace | undefined): string | undefined {
  return place && texts[place.index]?.text.slice(place.from, place.to);
}

describe('a jump leads', () => {
  test.each([
    { to: 'the value at a pointer', texts: [ONE], jump: { pointer: '/b' }, value: '[2, 3]' },
    { to: 'nowhere, where it has no place', texts: [ONE], jump: { pointer: '/c' }, value: undefined },
    { to: 'the value in the file that has it', texts: TWO, jump: { pointer: '/1/b' }, value: '2' },
    { to: 'a line and column', texts: [ONE], jump: { line: 2, column: 11, around: '' }, value: '3' },
    { to: 'the start of a line', texts: [ONE], jump: { line: 1, around: '' }, value: '{' },
    {
      to: 'a line of the file that is named',
      texts: TWO,
      jump: { line: 2, column: 2, file: 'two.json', around: '' },
      value: '2',
    },
    {
      to: 'a line of the file around it, whatever its name',
      texts: TWO,
      jump: { line: 2, column: 2, around: '/1' },
      value: '2',
    },
    {
      to: 'the first file where none has the name',
      texts: TWO,
      jump: { line: 1, file: 'three.json', around: '' },
      value: '{',
    },
    {
      to: 'the whole text in which a text counts its own lines',
      texts: [WITHIN],
      jump: { line: 2, column: 1, around: '/body' },
      value: '"{\\"a\\":\\n1}"',
    },
    { to: 'nowhere, where there is no text', texts: [], jump: { line: 1, around: '' }, value: undefined },
  ])('to $to', ({ texts, jump, value }) => {
    expect(read(texts, placeOf(jump, createSource(texts)))).toBe(value);
  });
});

describe('behind a mark stand', () => {
  const person = agent({ calls: [{ A: 0, C: 10, E: 100, state: 'disconnected' }] });
  const payload = rest([person]);
  const source = createSource([{ text: JSON.stringify(payload) }]);
  const timeline = timelineOf(payload);
  const lanes = timeline.lanes.map((lane): Mark => ({ kind: 'lane', id: lane.id, lane }));
  const marks = [...lanes, ...marksOf(timeline)];
  const behind = (is: (mark: Mark) => boolean) =>
    marks.filter(is).flatMap((mark) => placesBehind(mark, source).map((place) => read(source.texts, place)));

  test('the values that it rests on', () => {
    expect(behind((mark) => mark.kind === 'segment' && mark.segment.type === 'alerting')).toContain(
      JSON.stringify(iso(10)),
    );
  });
  test('the participant itself, which has no other evidence', () => {
    expect(behind(({ kind }) => kind === 'lane')).toEqual([JSON.stringify(person)]);
  });
});
