import { expect, test } from 'vitest';
import { PART_CHARACTERS, spansWithin, windowAround } from '../../../src/app/json/window';

/** Each letter of a line is a span over the places where it stands. */
function spansOf(line: string): { from: number; to: number }[] {
  return [...new Set(line.replaceAll(' ', ''))].map((letter) => ({
    from: line.indexOf(letter),
    to: line.lastIndexOf(letter) + 1,
  }));
}

test.each([
  // What begins before it, lies in it, and goes on behind it is cut at its ends.
  {
    spans: ' aaaaa  bb ccccccc dd',
    part: '    pppppppppp       ',
    within: 'aa  bb ccc',
  },
  // What only touches it is not in it.
  {
    spans: ' aaabbb         ccc  ',
    part: '    pppppppppppp     ',
    within: 'bbb         ',
  },
  // What goes over all of it fills it.
  {
    spans: 'aaaaaaaaaaaaaaaaaaaaa',
    part: '    pppppppppp       ',
    within: 'aaaaaaaaaa',
  },
])('of "$spans" "$within" lies in the part', ({ spans, part, within }) => {
  const [place = { from: 0, to: 0 }] = spansOf(part);
  expect(spansWithin({ ...place, firstLine: 1, lastLine: 1 }, spansOf(spans))).toEqual(spansOf(within));
});

test('the part around a place has whole lines, and their numbers', () => {
  const text = Array.from({ length: 200_000 }, (_, at) => `line ${at + 1}`).join('\n');
  for (const place of [0, 1_000_003, text.length]) {
    const { from, to, firstLine, lastLine } = windowAround(text, place);
    expect(from).toBeLessThanOrEqual(place);
    expect(to).toBeGreaterThanOrEqual(place);
    const lines = text.slice(from, to).split('\n');
    expect([lines[0], lines.at(-1)]).toEqual([`line ${firstLine}`, `line ${lastLine}`]);
  }
});

test('a text of one line is cut around the place', () => {
  const { from, to, firstLine, lastLine } = windowAround('x'.repeat(3_000_000), 1_500_000);
  expect([from, to]).toEqual([1_500_000 - PART_CHARACTERS / 2, 1_500_000 + PART_CHARACTERS / 2]);
  expect([firstLine, lastLine]).toEqual([1, 1]);
});
