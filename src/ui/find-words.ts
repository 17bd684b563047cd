/** What stands where participants are searched, in one language; loaded with it. */
export interface FindWords {
  previous: string;
  next: string;
  close: string;
  matches(count: number): string;
  matchOf(which: string, count: string): string;
}

export const englishFind: FindWords = {
  previous: 'Previous match',
  next: 'Next match',
  close: 'Close search',
  matches: (count) => (count === 0 ? 'Nothing found' : count === 1 ? '1 match' : `${count} matches`),
  matchOf: (which, count) => `${which} of ${count}`,
};
