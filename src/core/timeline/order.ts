import type { Observation, Participant } from '../model/conversation';
import { MEDIA_ARRAYS } from '../model/vendor';
import type { Instant } from '../model/time';
import { factOf, type Fact, type Look } from './facts';

/** The latest provider event among the participants: what set an event off that gives no time itself. */
function latestProviderEvent(participants: readonly Participant[]): Fact<Instant> | undefined {
  let latest: Fact<Instant> | undefined;
  for (const participant of participants) {
    const owners = [participant, ...MEDIA_ARRAYS.flatMap(([name]) => participant[name] ?? [])];
    for (const owner of owners) {
      const fact = factOf(owner, 'providerEventTime');
      if (fact !== undefined && (latest === undefined || fact.value > latest.value)) latest = fact;
    }
  }
  return latest;
}

type Unplaced = Omit<Look, 'order' | 'first'>;

function lookAt(observation: Observation): Unplaced {
  const scope = `${observation.form}/${observation.media ?? ''}`;
  if (observation.at !== undefined) {
    return {
      observation,
      scope,
      at: observation.at,
      atPointer: observation.atPointer ?? observation.pointer,
    };
  }
  const event = observation.form === 'event' ? latestProviderEvent(observation.participants) : undefined;
  return event === undefined
    ? { observation, scope }
    : { observation, scope, at: event.value, atPointer: event.pointer };
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
  const ordered: Unplaced[] = [];
  const followers = new Map<Unplaced, Unplaced[]>();
  let behind = ordered;
  for (const look of looks) {
    if (look.at === undefined) behind.push(look);
    else followers.set(look, (behind = []));
  }
  for (const look of timed) ordered.push(look, ...(followers.get(look) ?? []));
  return placed(ordered);
}

/** Whether a look is more than the one before it once again. */
function isNews(look: Unplaced, index: number, looks: readonly Unplaced[]): boolean {
  const before = looks[index - 1];
  if (before === undefined || before.at !== look.at || before.scope !== look.scope) return true;
  return contentOf(before.observation) !== contentOf(look.observation);
}

/** Duplicates left out. A look that lists nobody says of nobody that he was not there yet. */
function placed(looks: readonly Unplaced[]): Look[] {
  const scopes = new Set<string>();
  return looks.filter(isNews).map((look, order) => {
    const first = !scopes.has(look.scope);
    if (look.observation.participants.length > 0) scopes.add(look.scope);
    return { ...look, order, first };
  });
}
