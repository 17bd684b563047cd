import written from '../generated/reference.json';

export type GroupName =
  | 'props'
  | 'handle'
  | 'attributes'
  | 'events'
  | 'client'
  | 'clientOptions'
  | 'requests'
  | 'news';

export interface Member {
  name: string;
  type: string;
  optional: boolean;
  text: string;
}

export interface Group {
  name: GroupName;
  members: Member[];
}

interface Reference {
  groups: Group[];
  /** Of the element's shadow tree, for `::part()`. */
  parts: string[];
  /** What a page may put in place of a message. */
  slots: string[];
  types: { name: string; code: string; text: string }[];
}

/** Written by `npm run docs` from the public types; a test fails when it is stale. */
export const reference = written as Reference;
