import type { Communication, Observation, Participant } from '../model/conversation';
import type { Instant } from '../model/time';
import { eachList } from './communications';
import { factOf, type Fact, type Look } from './facts';

/** The latest provider event among the participants: what set an event off that gives no time itself. */
function latestProviderEvent(participants: readonly Participant[]): Fact<Instant> | undefined {
  let latest: Participant | Communication | undefined;
  for (const participant of participants) {
    latest = later(latest, participant);
    eachList(participant, (list) => {
      latest = list.reduce(later, latest);
    });
  }
  return factOf(latest, 'providerEventTime');
}

/** The one with the later provider event; at one instant, the first. */
function later(
  one: Participant | Communication | undefined,
  other: Participant | Communication,
): Participant | Communication | undefined {
  const at = other.providerEventTime;
  if (at === undefined) return one;
  return one?.providerEventTime === undefined || at > one.providerEventTime ? other : one;
}

/** A look whose place among the others is yet to be found. */
function lookAt(observation: Observation): Look {
  const { form, media = '', participants, pointer } = observation;
  const look: Look = {
    observation,
    order: 0,
    at: observation.at,
    atPointer: observation.at === undefined ? undefined : (observation.atPointer ?? pointer),
    scope: `${form}/${media}`,
    first: false,
  };
  const event = look.at === undefined && form === 'event' ? latestProviderEvent(participants) : undefined;
  if (event !== undefined) {
    look.at = event.value;
    look.atPointer = event.pointer;
  }
  return look;
}

// Pointers name places, which differ when the same events come in another order; one event may come by
// the topics of several subscriptions.
function contentOf(observation: Observation): string {
  return JSON.stringify(observation, (key, value: unknown) =>
    key === 'pointer' || key === 'atPointer' || key === 'topic' ? undefined : value,
  );
}

/** How far a look has come: of two at one instant, the one with more times filled in is the later. */
function progressOf(observation: Observation): number {
  return contentOf(observation).match(/"\w*Time":-?\d/g)?.length ?? 0;
}

function compareTied(a: Observation, b: Observation): number {
  const aEvent = latestProviderEvent(a.participants)?.value ?? 0;
  const bEvent = latestProviderEvent(b.participants)?.value ?? 0;
  if (aEvent !== bEvent) return aEvent - bEvent;
  const progress = progressOf(a) - progressOf(b);
  if (progress !== 0) return progress;
  const [aText, bText] = [contentOf(a), contentOf(b)];
  return aText < bText ? -1 : aText > bText ? 1 : 0;
}

/**
 * The looks in the order in which they were taken: by time where it is known, whatever the order in the
 * input; one without a time keeps its place behind the one it came after.
 */
export function orderLooks(observations: readonly Observation[]): Look[] {
  if (observations.length === 1) return placed([lookAt(observations[0] as Observation)]);
  const looks = observations.map(lookAt);
  const timed = looks.filter((look) => look.at !== undefined);
  timed.sort((a, b) => (a.at as number) - (b.at as number) || compareTied(a.observation, b.observation));
  const ordered: Look[] = [];
  const followers = new Map<Look, Look[]>();
  let behind = ordered;
  for (const look of looks) {
    if (look.at === undefined) behind.push(look);
    else followers.set(look, (behind = []));
  }
  for (const look of timed) ordered.push(look, ...(followers.get(look) ?? []));
  return placed(ordered);
}

/** Whether a look is more than the one before it once again. */
function isNews(look: Look, index: number, looks: readonly Look[]): boolean {
  const before = looks[index - 1];
  if (before === undefined || before.at !== look.at || before.scope !== look.scope) return true;
  return contentOf(before.observation) !== contentOf(look.observation);
}

/** Duplicates left out. A look that lists nobody says of nobody that he was not there yet. */
function placed(looks: readonly Look[]): Look[] {
  const scopes = new Set<string>();
  const news = looks.filter(isNews);
  news.forEach((look, order) => {
    look.order = order;
    look.first = !scopes.has(look.scope);
    if (look.observation.participants.length > 0) scopes.add(look.scope);
  });
  return news;
}
