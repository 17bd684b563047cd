import type { Communication } from '../model/conversation';
import type { Instant } from '../model/time';
import type { SegmentType } from '../model/timeline';
import { CLOCKS } from './edge';
import type { Leg, LegState } from './facts';
import { isStaff } from './purpose';
import { connectedAs, modeOf, OFFERS, segmentTypeOf } from './words';

type Begun = { [K in 'startAlertingTime' | 'connectedTime']?: Instant | undefined };

function beginsOf({ startAlertingTime, connectedTime }: Begun): readonly Instant[] {
  return [startAlertingTime, connectedTime].filter((at) => at !== undefined);
}

/**
 * Whether a flat participant speaks of another communication than the looks before: one after another, a
 * participant may have several of a medium, of which the flat form shows the latest. A communication, too,
 * may begin once more under its id.
 *
 *     C1 ------ E1      C2 ------
 */
export function beginsAnew({ states }: Leg, told: Begun): boolean {
  const { communication, participant } = states.at(-1) as LegState;
  const end = communication ? communication.disconnectedTime : participant.endTime;
  return end !== undefined && beginsOf(told).some((at) => at > end + CLOCKS);
}

/** What records tell of it, as those of analytics do alone. Holds may begin with another leg. */
function recordedBegun({ segments = [] }: Communication, purpose = ''): Begun {
  const first = (sought: SegmentType): Instant | undefined =>
    segments.find(({ type }) => segmentTypeOf(type, purpose) === sought)?.startTime;
  return { startAlertingTime: first('alerting'), connectedTime: first(connectedAs(purpose)) };
}

/** Whether the looks at one leg tell of a begin that those at another tell, too. */
export function beginWithin(one: Leg, other: Leg): boolean {
  const told = other.states
    .flatMap(({ communication, participant }) =>
      communication ? [communication, recordedBegun(communication, participant.purpose)] : participant,
    )
    .flatMap(beginsOf);
  return one.states.some(({ participant }) =>
    beginsOf(participant).some((at) => told.some((begin) => Math.abs(begin - at) <= CLOCKS)),
  );
}

/**
 * The first time of a leg that a look tells which shows how it began; the start of a fact counts only before it.
 * `Infinity` where the look shows nothing of it, `-Infinity` where it knows the start itself.
 */
export function toldBegin({ look, participant, communication, alone }: LegState): Instant {
  if (look.observation.fact !== undefined) return Infinity;
  const told = communication ?? participant;
  const begins = [...beginsOf(told)];
  if (told.state !== undefined && OFFERS.includes(modeOf(told.state))) begins.push(look.at ?? -Infinity);
  const isRecorded = (communication?.segments ?? []).length > 0;
  const startKnown = (told.startTime ?? participant.startTime) !== undefined;
  const end = communication?.disconnectedTime ?? participant.endTime;
  // A whole leg of an agent without a connection was an offer.
  const isOffer = alone && end !== undefined && isStaff(participant.purpose ?? '');
  if (isRecorded || (startKnown && (begins.length > 0 || isOffer))) return -Infinity;
  return Math.min(...begins);
}
