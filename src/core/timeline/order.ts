import { addTo } from '../model/add-to';
import type { Communication, Observation, Participant } from '../model/conversation';
import type { Instant } from '../model/time';
import { communicationsOf, eachList } from './communications';
import { factOf, type Fact, type Look, scopeOf } from './facts';
import { latestTold } from './now';

/** The latest provider event among the participants: what set an event off that gives no time itself. */
function latestProviderEvent(participants: readonly Participant[]): Fact<Instant> | undefined {
  let latest: Participant | Communication | undefined;
  for (const participant of participants) latest = laterOf(latest, participant);
  return factOf(latest, 'providerEventTime');
}

function laterOf(
  one: Participant | Communication | undefined,
  participant: Participant,
): Participant | Communication | undefined {
  let latest = later(one, participant);
  eachList(participant, (list) => {
    latest = list.reduce(later, latest);
  });
  return latest;
}

/** The one with the later provider event; at one instant, the first. */
function later(
  one: Participant | Communication | undefined,
  other: Participant | Communication,
): Participant | Communication | undefined {
  const at = other.providerEventTime ?? -Infinity;
  return at > (one?.providerEventTime ?? -Infinity) ? other : one;
}

const NOT_PLACED: Look['listed'] = new Map();

/** A look whose place among the others is yet to be found. */
function lookAt(observation: Observation): Look {
  const { at, atPointer, form, media = '', participants, pointer, topic } = observation;
  const event = at === undefined && form === 'event' ? latestProviderEvent(participants) : undefined;
  return {
    observation,
    order: 0,
    at: at ?? event?.value,
    atPointer: at === undefined ? event?.pointer : (atPointer ?? pointer),
    scope: scopeOf(form, media),
    listed: NOT_PLACED,
    topics: topic ? [topic] : [],
    content: undefined,
  };
}

// Pointers name places, which differ when the same events come in another order; one event may come by
// the topics of several subscriptions.
function contentOf(look: Look): string {
  look.content ??= JSON.stringify(look.observation, (key, value: unknown) =>
    key === 'pointer' || key === 'atPointer' || key === 'topic' ? undefined : value,
  );
  return look.content;
}

const EVENTS = /"providerEventTime":(-?\d+)/g;
const TIMES = /"\w*Time":(-?\d+)/g;

function newestFirst(content: string, times: RegExp): number[] {
  return Array.from(content.matchAll(times), ([, time]) => Number(time)).sort((a, b) => b - a);
}

/**
 * Which of two looks has come further: that with the newest time, or next to newest …, else that with more of them.
 *
 *     of two at 20     agent 20, customer 15      agent 20, customer 20      the second is the later
 */
function compareProgress(one: string, other: string, times: RegExp): number {
  const [ones, others] = [newestFirst(one, times), newestFirst(other, times)];
  const at = ones.findIndex((time, index) => time !== others[index]);
  return at < 0 ? ones.length - others.length : (ones[at] as number) - (others[at] ?? -Infinity);
}

// A start has its own time, a release mostly none.
const PAUSES = /"held":true|"state":"parked"/gi;
const STARTS = /(?:Hold|park)Time":/;

/** One more than there are held or parked. */
function pausesOf(look: Look): number {
  return contentOf(look).split(PAUSES).length;
}

/** Of two looks at one instant, that with the newer provider events, else with newer or more times, is the later. */
function compareTold(a: Look, b: Look): number {
  const [one, other] = [contentOf(a), contentOf(b)];
  return compareProgress(one, other, EVENTS) || compareProgress(one, other, TIMES);
}

/** Else that with less held or parked. */
function compareTied(a: Look, b: Look): number {
  const [one, other] = [contentOf(a), contentOf(b)];
  return compareTold(a, b) || pausesOf(b) - pausesOf(a) || (one < other ? -1 : one > other ? 1 : 0);
}

/**
 * A hold or park that the look before does not have, and of which none tells when it began, began with them.
 *
 *     at         10        20        20        30
 *     sorted     talking   held      talking   talking
 *     in order   talking   talking   held      talking      the hold is from 20 to 30
 */
function putBegunLast(timed: Look[]): void {
  for (let from = 0, to = 0; from < timed.length; from = to) {
    const [before, first] = [timed[from - 1], timed[from] as Look];
    do to++;
    while (timed[to]?.at === first.at && compareTold(first, timed[to] as Look) === 0);
    const isNew = to - from > 1 && before?.scope === first.scope && pausesOf(before) < pausesOf(first);
    if (!isNew || STARTS.test(contentOf(first))) continue;
    let place = to;
    for (const look of timed.slice(from, to)) timed[--place] = look;
  }
}

/**
 * Events that came late, put back: a queue that delivers once more may stamp anew, and only the provider
 * events of the participants tell.
 *
 *     stamped          11    21    30
 *     provider event   10    20    10      the last is the first once more
 */
function withoutDelay(timed: readonly Look[]): readonly Look[] {
  const newest = new Map<string, { look: Look; at: Instant }>();
  const ordered: Look[] = [];
  for (const look of timed) {
    const { form, participants } = look.observation;
    const event = form === 'event' ? latestProviderEvent(participants) : undefined;
    const known = newest.get(look.scope);
    if (event !== undefined && known !== undefined && event.value <= known.at && isBefore(look, known.look)) {
      look.at = event.value;
      look.atPointer = event.pointer;
      const next = ordered.findIndex((other) => {
        const latest = latestProviderEvent(other.observation.participants);
        return isBefore(look, other) || (latest !== undefined && latest.value > event.value);
      });
      ordered.splice(next, 0, look);
    } else {
      ordered.push(look);
      if (event !== undefined) newest.set(look.scope, { look, at: event.value });
    }
  }
  return ordered;
}

/** Whether some participant's provider event came before that of the other look, and nobody's after it. */
function isBefore({ observation: one }: Look, { observation: other }: Look): boolean {
  let before = false;
  for (const participant of one.participants) {
    const { id } = participant;
    const same = id === undefined ? undefined : other.participants.find((candidate) => candidate.id === id);
    const at = laterOf(undefined, participant)?.providerEventTime;
    const known = same && laterOf(undefined, same)?.providerEventTime;
    if (at === undefined || known === undefined) continue;
    if (at > known) return false;
    before ||= at < known;
  }
  return before;
}

/** Tells all that is known of a conversation by then; an event may tell of a part of it. */
function isWhole({ observation: { form } }: Look): boolean {
  return form === 'document' || form === 'analytics';
}

/**
 * Of looks without a time those that were delivered before and come again behind others that told of later times, which
 * the same look cannot know. Of an event that is certain where all since then come again, too: alone it may be news, as a
 * call that goes on after a hold may look as it did before.
 *
 *     told of    0   5   20    0   5   20           told of    0   20   0   30   0
 *     looks      a   b   c     a   b   c            looks      a   c    a   d    a
 *                              └ again                                 └ resumed twice
 */
function deliveredAgain(looks: readonly Look[]): ReadonlySet<Look> {
  const again = new Set<Look>();
  const contents = looks.length > 1 ? looks.map(contentOf) : [];
  const kept: Look[] = [];
  /** Where among the kept ones a content came last. */
  const places = new Map<string, number>();
  let newest = -Infinity;
  for (let at = 0; at < contents.length; at++) {
    const look = looks[at] as Look;
    const content = contents[at] as string;
    const told = latestTold(look.observation);
    const place = told < newest ? places.get(content) : undefined;
    const since = place === undefined ? [] : kept.slice(place, isWhole(look) ? place + 1 : undefined);
    if (since.length > 0 && since.every((one, by) => one.content === contents[at + by])) {
      since.forEach((one, by) => {
        const same = looks[at + by] as Look;
        again.add(same);
        one.topics.push(...same.topics);
      });
      at += since.length - 1;
      continue;
    }
    places.set(content, kept.length);
    kept.push(look);
    newest = told;
  }
  return again;
}

/**
 * The timed look behind which one without a time was taken: the one it came after in the input, or a later one
 * when it tells of what that one could not know.
 *
 *     input     10   20   document that ends at 60   30   50   70
 *     taken     10   20   30   50   document   70
 */
function takenBehind(look: Look, arrival: Look | undefined, timed: readonly Look[]): Look | undefined {
  if (!isWhole(look)) return arrival;
  const told = latestTold(look.observation);
  const from = timed.indexOf(arrival as Look);
  return timed.findLast(({ at }, index) => index >= from && (at as number) <= told) ?? arrival;
}

function isRecord(look: Look): boolean {
  return look.at === undefined && isWhole(look) && look.observation.participants.some(hasSegments);
}

function hasSegments(participant: Participant): boolean {
  return communicationsOf(participant, () => true).some(
    ({ communication }) => !!communication.segments?.length,
  );
}

/**
 * Recorded segments only grow: what tells of later times was taken later, in whatever order it comes, as from the files of
 * two days.
 */
function recordsInOrder(looks: readonly Look[]): Look[] {
  const records = looks.filter(isRecord);
  records.sort((a, b) => latestTold(a.observation) - latestTold(b.observation));
  return looks.map((look) => (isRecord(look) ? (records.shift() as Look) : look));
}

/**
 * The looks in the order in which they were taken: by time where it is known, whatever the order in the
 * input; one without a time keeps its place behind the one it came after, unless it knows of later times.
 */
export function orderLooks(observations: readonly Observation[]): Look[] {
  if (observations.length === 1) return placed([lookAt(observations[0] as Observation)]);
  const looks = recordsInOrder(observations.map(lookAt));
  const timed = looks.filter((look) => look.at !== undefined);
  timed.sort((a, b) => (a.at as number) - (b.at as number) || compareTied(a, b));
  putBegunLast(timed);
  const followers = new Map<Look | undefined, Look[]>();
  const again = deliveredAgain(looks.filter((look) => look.at === undefined));
  let last: Look | undefined;
  for (const look of looks) {
    if (again.has(look)) continue;
    if (look.at === undefined) {
      last = takenBehind(look, last, timed);
      addTo(followers, last, look);
    } else last = look;
  }
  const ordered = followers.get(undefined) ?? [];
  for (const look of withoutDelay(timed)) ordered.push(look, ...(followers.get(look) ?? []));
  return placed(ordered);
}

/** Duplicates left out. A look that lists nobody says of nobody that he was not there yet. */
function placed(looks: readonly Look[]): Look[] {
  const listed = new Map<string, number>();
  const news: Look[] = [];
  for (const look of looks) {
    const before = news.at(-1);
    if (before && before.at === look.at && contentOf(before) === contentOf(look)) {
      before.topics.push(...look.topics);
      continue;
    }
    look.order = news.length;
    look.listed = listed;
    if (!listed.has(look.scope) && look.observation.participants.length > 0)
      listed.set(look.scope, look.order);
    news.push(look);
  }
  return news;
}
