import { relocate } from '../../src/core/export/relocate';
import { factsOf } from '../../src/core/facts/facts';
import type { Conversation } from '../../src/core/index';
import type { Facts, Named, Share } from '../../src/core/model/facts';
import type { ChartRequest, Choice, Filter, Range, Sort, SortKey } from '../../src/sources/source';

/**
 * What a library should answer, said as plainly as can be: conversations in an array, and each question a loop over all
 * of them. Nothing of the sources is used, so that none of their mistakes is repeated.
 */
export class Naive {
  all: { id: string; looks: string[]; facts: Facts }[] = [];

  /** What there is of a conversation before and now is joined: looks that are there already add nothing. */
  take(conversations: readonly Conversation[]): void {
    for (const { id, observations } of conversations) {
      const looks = observations.map((look) => JSON.stringify(relocate({ id, observations: [look] })));
      const before = this.all.find((one) => one.id === id)?.looks ?? [];
      const more = looks.filter((look) => !before.includes(look));
      if (more.length === 0) continue;
      const joined = [...before, ...more];
      const all = joined.flatMap((look): Conversation['observations'] => JSON.parse(look).observations);
      const facts = factsOf(relocate({ id, observations: all }));
      this.all = [...this.without([id]), { id, looks: joined, facts }];
    }
  }

  without(ids: readonly string[]): Naive['all'] {
    return this.all.filter(({ id }) => !ids.includes(id));
  }

  meant(filter: Filter, except?: Choice): Facts[] {
    return this.all.map(({ facts }) => facts).filter((facts) => isMeant(facts, filter, except));
  }

  /** In order, where the order says which of two comes first. */
  listed(filter: Filter, sort: readonly Sort[]): Facts[] {
    return this.meant(filter).sort((one, other) => {
      for (const { by, descending } of sort) {
        const [a, b] = [keyOf(one, by), keyOf(other, by)];
        if (a === b) continue;
        if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
        return inUtf8(a) < inUtf8(b) === !descending ? -1 : 1;
      }
      return 0;
    });
  }
}

/** Texts in a form in which they are in the order of their signs. */
function inUtf8(key: string | number): string | number {
  return typeof key === 'number' ? key : Buffer.from(key).toString('latin1');
}

export function keyOf(facts: Facts, by: SortKey): string | number | undefined {
  return by === 'title' ? bare(facts.title) : facts[by];
}

/** Small letters without what stands over and under them. */
function bare(text: string): string {
  const apart = text.toLowerCase().normalize('NFD');
  return apart
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ');
}

function idsOf(all: readonly Named[]): string[] {
  return all.map(({ id, name }) => id ?? name ?? '');
}

export function valuesOf(facts: Facts, choice: Choice): string[] {
  const { media, direction, queues, users, teams, purposes, wrapUps, flags, cobrowseRoles, problems } = facts;
  const marks: [mark: string, is: boolean][] = [
    ['live', facts.live],
    ['flagged', flags.length > 0],
    ['acw-overrun', facts.acwOverrun],
    ['controlled', facts.controlled > 0],
    ['never-answered', facts.neverAnswered],
    ['unanswered', facts.unanswered > 0],
    ['problems', problems.some(({ severity }) => severity !== 'info')],
  ];
  const values: { [choice in Choice]: string[] } = {
    media,
    direction: direction === undefined ? [] : [direction],
    queue: idsOf(queues),
    user: idsOf(users),
    unansweredBy: idsOf(users.filter(({ unanswered }) => unanswered > 0)),
    acwOverrunBy: idsOf(users.filter((user) => user.acwOverrun)),
    controlledBy: idsOf(users.filter((user) => user.controlled)),
    team: idsOf(teams),
    purpose: purposes,
    wrapUp: idsOf(wrapUps),
    flag: flags,
    cobrowseRole: cobrowseRoles,
    problem: problems.map(({ code }) => code),
    mark: marks.filter(([, is]) => is).map(([mark]) => mark),
  };
  return values[choice];
}

function isWithin(value: number | undefined, { min, max }: Range): boolean {
  if (min === undefined && max === undefined) return true;
  if (value === undefined || (min !== undefined && value < min)) return false;
  return max === undefined || value <= max;
}

function isMeant(facts: Facts, filter: Filter, except?: Choice): boolean {
  const { time: { from, to } = {}, choices = {}, ranges = {}, text = '', attributes = [] } = filter;
  const words = bare(text).split(/\s+/);
  const isChosen = (choice: Choice, wanted: readonly string[]) => {
    const has = valuesOf(facts, choice);
    if (choice === 'mark') return wanted.every((value) => has.includes(value));
    return choice === except || wanted.length === 0 || wanted.some((value) => has.includes(value));
  };
  const isThere = (word: string) =>
    bare(facts.text).includes(word) || (word.length > 2 && facts.ids.some((id) => id.startsWith(word)));
  // What begins at whole milliseconds and before one of them begins at the one before it at the latest.
  return (
    isWithin(facts.start, {
      ...(from === undefined ? {} : { min: from }),
      ...(to === undefined ? {} : { max: to - 1 }),
    }) &&
    Object.entries(ranges).every(([measure, range]) => isWithin(facts[measure as 'hold'], range)) &&
    Object.entries(choices).every(([choice, wanted]) => isChosen(choice as Choice, wanted)) &&
    attributes.every(({ name, value }) =>
      facts.attributes.some((one) => one.name === name && one.value === value),
    ) &&
    words.every(isThere)
  );
}

export type Counts = [key: string | number, sum: number][];

function summed(all: Readonly<Counts>): Counts {
  const sums: Counts = [];
  for (const [key, more] of all) {
    const known = sums.find(([one]) => one === key);
    if (known) known[1] += more;
    else sums.push([key, more]);
  }
  return sums.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** How many have each value of a choice, by value. */
export function counts(all: readonly Facts[], choice: Choice): Counts {
  return summed(all.flatMap((facts) => [...new Set(valuesOf(facts, choice))].map((value) => [value, 1])));
}

type Asked<Kind extends ChartRequest['kind']> = Extract<ChartRequest, { kind: Kind }>;
export const STATES = ['alerting', 'queued', 'talk', 'hold', 'parked', 'acw'] as const;

function beginOf(at: number, { step, origin = 0 }: { step: number; origin?: number }): number {
  let begin = origin + Math.round((at - origin) / step) * step;
  while (begin > at) begin -= step;
  while (begin + step <= at) begin += step;
  return begin;
}

export function volume(all: readonly Facts[], request: Asked<'volume'>): Counts {
  return summed(
    all.flatMap(({ start }): Counts => (start === undefined ? [] : [[beginOf(start, request), 1]])),
  );
}

/** Of each state the buckets in which there is any of it. */
export function states(all: readonly Facts[], request: Asked<'states'>): Counts[] {
  const hours = all.flatMap((facts) => facts.hours);
  return STATES.map((state) =>
    summed(hours.map((share) => [beginOf(share.hour, request), share[state]])).filter(([, sum]) => sum > 0),
  );
}

export function distribution(all: readonly Facts[], { measure, some }: Asked<'distribution'>) {
  const values = all.flatMap((facts) => facts[measure] ?? []).sort((one, other) => one - other);
  const counted = some ? values.filter((value) => value > 0) : values;
  const quantile = (part: number) => counted.find((_, at) => (at + 1) / counted.length >= part);
  return {
    count: counted.length,
    none: values.length - counted.length,
    median: quantile(0.5),
    p90: quantile(0.9),
  };
}

export function top(all: readonly Facts[], { of, by, limit }: Asked<'top'>) {
  const sharesOf = ({ queues, users }: Facts): Share[] => {
    if (of === 'unansweredBy') return users.filter(({ unanswered }) => unanswered > 0);
    return of === 'queue' ? queues : users;
  };
  const entries = new Set(all.flatMap((facts) => idsOf(sharesOf(facts))));
  return [...entries]
    .map((id) => {
      const own = all.map((facts) => sharesOf(facts).filter((share) => (share.id ?? share.name) === id));
      return {
        id,
        value: own.flat().reduce((sum, share) => sum + share[by], 0),
        conversations: own.filter(({ length }) => length > 0).length,
      };
    })
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1))
    .slice(0, limit);
}
