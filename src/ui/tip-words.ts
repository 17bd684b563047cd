/** What stands before the facts of a mark, in one language; loaded with them. */
export interface TipWords {
  from: string;
  to: string;
  at: string;
  duration: string;
  certainty: string;
  reason: string;
  medium: string;
}

export const englishTip: TipWords = {
  from: 'From',
  to: 'To',
  at: 'At',
  duration: 'Duration',
  certainty: 'Certainty',
  reason: 'Ended by',
  medium: 'Medium',
};
