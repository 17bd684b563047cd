import type { AllOf } from '../core/model/all-of';
import { assertNever } from '../core/model/assert-never';
import type { Facts, Named, UserShare } from '../core/model/facts';
import type { Choice, Deed } from './source';

/** A value to filter by, and what people call it. */
export interface ChoiceValue {
  value: string;
  name?: string;
}

const deeds = ['unansweredBy', 'acwOverrunBy', 'controlledBy'] as const;
export const DEEDS: AllOf<Deed, typeof deeds> = deeds;

const allChoices = [
  'media',
  'direction',
  'queue',
  'user',
  ...DEEDS,
  'team',
  'purpose',
  'wrapUp',
  'flag',
  'cobrowseRole',
  'problem',
  'mark',
] as const;
export const ALL_CHOICES: AllOf<Choice, typeof allChoices> = allChoices;

/** Whether all values that are chosen must be there, not any of them. */
export function needsAll(choice: Choice): boolean {
  return choice === 'mark';
}

/** What is remarkable about a conversation, as one list of words. */
export type Mark =
  | 'live'
  | 'flagged'
  | 'acw-overrun'
  | 'controlled'
  | 'never-answered'
  | 'unanswered'
  | 'problems';

function valueOf({ id, name }: Named): ChoiceValue[] {
  const value = id ?? name;
  if (value === undefined) return [];
  return [name === undefined ? { value } : { value, name }];
}

function plain(values: readonly string[]): ChoiceValue[] {
  return values.map((value) => ({ value }));
}

type Marked = Pick<
  Facts,
  'live' | 'flags' | 'acwOverrun' | 'controlled' | 'neverAnswered' | 'unanswered' | 'problems'
>;

export function marksOf(facts: Marked): Mark[] {
  const marks: [Mark, boolean][] = [
    ['live', facts.live],
    ['flagged', facts.flags.length > 0],
    ['acw-overrun', facts.acwOverrun],
    ['controlled', facts.controlled > 0],
    ['never-answered', facts.neverAnswered],
    ['unanswered', facts.unanswered > 0],
    // A mere remark is not what somebody looks for who asks for problems.
    ['problems', facts.problems.some(({ severity }) => severity !== 'info')],
  ];
  return marks.filter(([, is]) => is).map(([mark]) => mark);
}

/** What is kept says of half a letter that it is one, and not which: what differs in these alone is the same there. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

type Chosen = Omit<Facts, 'text' | 'ids' | 'hours' | 'attributes'>;

const DID: { readonly [deed in Deed]: (user: UserShare) => boolean } = {
  unansweredBy: ({ unanswered }) => unanswered > 0,
  acwOverrunBy: ({ acwOverrun = false }) => acwOverrun,
  controlledBy: ({ controlled = false }) => controlled,
};

export function isDeed(choice: Choice): choice is Deed {
  return choice in DID;
}

/** The users of a conversation who did it. */
export function doersOf({ users }: Pick<Facts, 'users'>, deed: Deed): UserShare[] {
  return users.filter(DID[deed]);
}

/** The values that a conversation has of a choice, each once: one's name may be another's id. */
export function valuesOf(facts: Chosen, choice: Choice): ChoiceValue[] {
  const all = allValuesOf(facts, choice);
  if (all.length < 2) return all;
  const known = new Map<string, ChoiceValue>();
  for (const { value, name } of all) {
    const key = wellFormed(value);
    const before = known.get(key);
    known.set(
      key,
      before?.name === undefined && name !== undefined ? { value, name } : (before ?? { value }),
    );
  }
  return [...known.values()];
}

function allValuesOf(facts: Chosen, choice: Choice): ChoiceValue[] {
  switch (choice) {
    case 'media':
      return plain(facts.media);
    case 'direction':
      return facts.direction === undefined ? [] : plain([facts.direction]);
    case 'queue':
      return facts.queues.flatMap(valueOf);
    case 'user':
      return facts.users.flatMap(valueOf);
    case 'unansweredBy':
    case 'acwOverrunBy':
    case 'controlledBy':
      return doersOf(facts, choice).flatMap(valueOf);
    case 'team':
      return facts.teams.flatMap(valueOf);
    case 'purpose':
      return plain(facts.purposes);
    case 'wrapUp':
      return facts.wrapUps.flatMap(valueOf);
    case 'flag':
      return plain(facts.flags);
    case 'cobrowseRole':
      return plain(facts.cobrowseRoles);
    case 'problem':
      return plain(facts.problems.map(({ code }) => code));
    case 'mark':
      return plain(marksOf(facts));
    default:
      return assertNever(choice);
  }
}
