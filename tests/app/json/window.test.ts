import { expect, test } from 'vitest';
import { spansWithin } from '../../../src/app/json/window';

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
