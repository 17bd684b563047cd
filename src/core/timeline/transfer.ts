import type { RecentTransfer } from '../model/conversation';
import { lowerBound } from '../model/lower-bound';
import type { Link } from '../model/timeline';
import type { Instant } from '../model/time';
import { isTransfer } from './disconnect';
import type { DrawnLeg } from './draw';
import { type Fact, factOf, pointerTo, queueIdOf, userIdOf } from './facts';
import { isQueue, isStaff, plainWord } from './purpose';
import { endAt } from './resolve';
import { collected, lastGiven, lastWhere, sortUnlessSorted } from './lists';

/** How far a leg's times may lie from the transfer that ties them: the vendor's clocks differ. */
const TOLERANCE = 1000;

/**
 * Transfers: an instant each, at the end of a leg that ended by one, to the leg that took over. `ties` are those of
 * the other kinds, which tell who was there to listen only.
 */
export function transferLinks(
  legs: readonly DrawnLeg[],
  transfers: readonly RecentTransfer[],
  ties: readonly Link[],
): Link[] {
  const ends: { drawn: DrawnLeg; ended: Ended }[] = [];
  for (const drawn of legs) {
    const ended = transferEnd(drawn);
    if (ended !== undefined) ends.push({ drawn, ended });
  }
  if (ends.length === 0) return [];
  const named = transfersByLeg(ends, transfers);
  const takers = takersOf(legs, ties);
  const answered = takers.filter(({ drawn }) => speaks(drawn));
  const links: Link[] = [];
  for (const { drawn, ended } of ends) {
    const transfer = named.get(drawn);
    const byName = transfer && destinationOf(transfer, drawn, legs);
    const next = nextLeg(drawn, ended, takers);
    const found = byName ?? answerTo({ from: drawn, at: ended.at, next }, answered);
    const target = found?.drawn ?? next;
    if (target === undefined) continue;
    const pointers = [...ended.pointers, ...(found?.pointers ?? [])];
    links.push({
      kind: 'transfer',
      directed: true,
      from: endAt(drawn),
      to: endAt(target),
      start: ended.at,
      end: ended.at,
      certainty: byName === undefined ? 'inferred' : 'recorded',
      evidence: { pointers, rule: byName === undefined ? 'transfer-to-next' : 'transfer-named' },
    });
  }
  return links;
}

function isListening({ kind }: Link): boolean {
  return kind === 'monitor' || kind === 'coach';
}

/** Who monitors or coaches is there without. */
function speaks({ lane, segments }: DrawnLeg): boolean {
  return isStaff(lane.purpose) && segments.some(({ type }) => type === 'connected');
}

interface Ended {
  at: Instant;
  pointers: string[];
  /** The disconnect type, verbatim. */
  word: string;
}

function transferEnd({ leg, segments, end }: DrawnLeg): Ended | undefined {
  if (end === undefined) return undefined;
  const stated = leg.newest.disconnectType;
  if (stated !== undefined) {
    const { value: word, pointer } = stated;
    return isTransfer(word) ? { at: end.at, pointers: [...end.pointers, pointer], word } : undefined;
  }
  const last = lastGiven(segments, ({ disconnectType }) => disconnectType);
  if (last === undefined || !isTransfer(last)) return undefined;
  const records = collected(leg.states, ({ communication }) => communication?.segments ?? []);
  const record = lastWhere(records, ({ disconnectType }) => disconnectType === last);
  return {
    at: end.at,
    pointers: [...end.pointers, ...(record ? [pointerTo(record, 'disconnectType')] : [])],
    word: last,
  };
}

/** A leg may have started before the first of it that is drawn: only agents and users are drawn as offered. */
function beginOf({ leg: { first }, segments, end }: DrawnLeg): Instant | undefined {
  const drawn = segments.find(({ type, certainty }) => type !== 'acw' && certainty !== 'planned');
  return first.start?.value ?? drawn?.start ?? end?.at;
}

interface Taker {
  drawn: DrawnLeg;
  begin: Instant;
}

/**
 * Legs that may take over, none of a customer or of who is there to listen only, in the order in which they begin.
 * Who is external may be a number.
 */
function takersOf(legs: readonly DrawnLeg[], ties: readonly Link[]): Taker[] {
  const ears = new Set(ties.filter(isListening).map(({ from }) => from.laneId));
  const takers: Taker[] = [];
  for (const drawn of legs) {
    const { lane } = drawn;
    const stays = ears.has(lane.id) || plainWord(lane.purpose) === 'customer';
    const begin = stays ? undefined : beginOf(drawn);
    if (begin !== undefined) takers.push({ drawn, begin });
  }
  return sortUnlessSorted(takers, (a, b) => a.begin - b.begin);
}

interface Found {
  drawn: DrawnLeg;
  /** Of the values that tell so. */
  pointers: string[];
}

/** The place of the first that came at or after an instant, as far as the vendor's clocks agree. */
function firstFrom(takers: readonly Taker[], at: Instant): number {
  return lowerBound(takers.length, (index) => (takers[index] as Taker).begin >= at - TOLERANCE);
}

/**
 * Who was offered a queue's customer and answered next to its end: it rings first, and is over when it is answered.
 *
 *     queue    [----------E
 *     agent         alert[C-------
 *
 * Those for whom its id stands go before others; who comes after the `next` queue was offered that one's.
 */
function answerTo(
  { from, at, next }: { from: DrawnLeg; at: Instant; next: DrawnLeg | undefined },
  answered: readonly Taker[],
): Found | undefined {
  if (!isQueue(from.lane.purpose)) return undefined;
  const id = queueOf(from);
  const nextBegin = next && isQueue(next.lane.purpose) ? beginOf(next) : undefined;
  const until = Math.min(at + TOLERANCE, nextBegin ?? Infinity);
  let found: (Found & { isOwn: boolean; distance: number }) | undefined;
  for (let i = firstFrom(answered, beginOf(from) ?? at); i < answered.length; i++) {
    const { drawn, begin } = answered[i] as Taker;
    if (begin > until) break;
    const start = drawn.presence?.start;
    if (start === undefined || (drawn.end?.at ?? Infinity) <= at - TOLERANCE) continue;
    const isOwn = id === undefined || queueOf(drawn) === id;
    const distance = Math.abs(start.at - at);
    const isBetter = found === undefined || (isOwn === found.isOwn ? distance < found.distance : isOwn);
    if (isBetter) found = { drawn, pointers: start.pointers, isOwn, distance };
  }
  return found;
}

/**
 * The first leg of another lane that begins at or after the transfer. Who was consulted, or is in the conference, came
 * before, during the leg, and stays: the last of them.
 *
 *     A    [------E consult
 *     B      [---------
 */
function nextLeg(from: DrawnLeg, { at, word }: Ended, takers: readonly Taker[]): DrawnLeg | undefined {
  const there = /consult|conference/i.test(word) && consulted(from, at, takers);
  if (there) return there.drawn;
  for (let i = firstFrom(takers, at); i < takers.length; i++) {
    const { drawn } = takers[i] as Taker;
    if (drawn.lane !== from.lane) return drawn;
  }
  return undefined;
}

function consulted(from: DrawnLeg, at: Instant, takers: readonly Taker[]): Taker | undefined {
  const since = beginOf(from) ?? at;
  return lastWhere(
    takers,
    ({ drawn: { lane, end }, begin }) =>
      lane !== from.lane && since < begin && begin < at - TOLERANCE && (end?.at ?? Infinity) > at,
  );
}

type Issued = RecentTransfer & { dateIssued: Instant };

/**
 * The conversation's own word on each transfer: it belongs to the leg during which its user issued it,
 * else to the one that ended next to it. The last one of a leg is the one that ended it, unless it came to nothing.
 */
function transfersByLeg(
  ends: readonly { drawn: DrawnLeg; ended: { at: Instant } }[],
  transfers: readonly RecentTransfer[],
): Map<DrawnLeg, Issued> {
  const byLeg = new Map<DrawnLeg, Issued>();
  const issued = transfers.filter(
    (transfer): transfer is Issued =>
      transfer.dateIssued !== undefined && !/cancel|fail|timeout/i.test(transfer.state ?? ''),
  );
  for (const transfer of issued.sort((a, b) => a.dateIssued - b.dateIssued)) {
    const at = transfer.dateIssued;
    const user = transfer.initiator?.userId;
    const theirs = ends.filter(({ drawn }) => user === undefined || user === userOf(drawn));
    const during = theirs.filter(({ drawn, ended }) => (beginOf(drawn) ?? ended.at) <= at && at <= ended.at);
    const distance = ({ ended }: (typeof ends)[number]): number => Math.abs(ended.at - at);
    const near = theirs.filter((end) => distance(end) <= TOLERANCE);
    const [owner] = (during.length > 0 ? during : near).sort((a, b) => distance(a) - distance(b));
    if (owner !== undefined) byLeg.set(owner.drawn, transfer);
  }
  return byLeg;
}

function userOf({ lane }: DrawnLeg): string | undefined {
  return userIdOf(lane.participant);
}

/** The queue of which a leg is, or for which somebody works in it. */
function queueOf({ lane, recording }: DrawnLeg): string | undefined {
  return queueIdOf(lane.participant, recording?.records);
}

/** The leg of the user, queue or group that a transfer went to, which was there then or came next. */
function destinationOf(transfer: Issued, drawn: DrawnLeg, legs: readonly DrawnLeg[]): Found | undefined {
  const { destination } = transfer;
  const wanted: [Fact<string> | undefined, (leg: DrawnLeg) => string | undefined][] = [
    [factOf(destination, 'userId'), userOf],
    [factOf(destination, 'queueId'), (leg) => (isQueue(leg.lane.purpose) ? queueOf(leg) : undefined)],
    [factOf(destination, 'groupId'), ({ lane: { participant } }) => participant.groupId],
  ];
  for (const [id, of] of wanted) {
    if (id === undefined) continue;
    const candidates = legs
      .filter((leg) => leg.lane !== drawn.lane && of(leg) === id.value)
      .filter((leg) => (leg.end?.at ?? Infinity) > transfer.dateIssued)
      .sort((a, b) => (beginOf(a) ?? 0) - (beginOf(b) ?? 0));
    if (candidates[0] !== undefined) {
      return { drawn: candidates[0], pointers: [id.pointer, pointerTo(transfer, 'dateIssued')] };
    }
  }
  return undefined;
}
