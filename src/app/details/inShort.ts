import {
  type ConversationDurations,
  type Lane,
  measure,
  type Segment,
  type Timeline,
  type TotalName,
  type Track,
} from '../../core/index';
import type { Format } from '../../ui/format';
import { legsOf } from '../../ui/distinct-names';
import { contextOf } from '../../ui/identity';
import { nameOf } from '../../ui/speech';
import { visible } from '../../ui/visible';
import { english, wordFor } from '../../ui/words';
import { words } from '../words';
import type { Fact } from './FactList';
import { allowedFor } from './facts';
import { workFacts } from './wrapup';

const { details } = words;
const { totals: names } = words.durations;

type Said = Fact | undefined;

/** As beside its row. */
export function aboutLane(lane: Lane, timeline: Timeline): string {
  return [contextOf(lane, timeline, english), legsOf(timeline, english).get(lane)]
    .filter(Boolean)
    .join(' · ');
}

interface Stretch {
  lane: Lane;
  track: Track;
  segment: Segment;
}

/** In the order of time. */
function allOf(lane: Lane, type: Segment['type']): Stretch[] {
  return lane.tracks
    .flatMap((track) => track.segments.map((segment) => ({ lane, track, segment })))
    .filter(({ segment }) => segment.type === type && segment.certainty !== 'planned')
    .toSorted((a, b) => a.segment.start - b.segment.start);
}

function bounded(bound: 'atMost' | 'atLeast' | undefined, text: string): string {
  return bound ? `${words.figures[bound]} ${text}` : text;
}

/** `0:12 of 0:30 allowed` */
function taken(stretch: Stretch, format: Format): string {
  const { start, end, certainty, atLeast } = stretch.segment;
  const allowed = allowedFor(stretch);
  const bound = certainty === 'inferred' ? 'atMost' : undefined;
  const length = bounded(atLeast ? 'atLeast' : bound, format.compact(end - start));
  return allowed === undefined ? length : details.ofAllowed(length, format.compact(allowed));
}

/** How the offers of the leg that was offered first ended; nothing of one that goes on, or of which nobody can say. */
function answer(lane: Lane, format: Format): Said {
  const offers = allOf(lane, 'alerting');
  const offer = offers.findLast(({ track }) => track === offers[0]?.track);
  if (!offer || offer.segment.certainty === 'running') return undefined;
  const { segment, track } = offer;
  if (segment.unanswered) return [details.notAnswered, taken(offer, format)];
  // Of two clocks one may tell of the connection before the other does of the end of the offer.
  const isAnswered = track.segments.some(
    ({ type, end }) => (type === 'connected' || type === 'hold') && end >= segment.end,
  );
  return isAnswered ? [details.answered, taken(offer, format)] : undefined;
}

/** Of all stretches of a state together, how long. */
function total({ totals, bounds }: ConversationDurations, name: TotalName, format: Format): string {
  return bounded(bounds[name], format.compact(totals[name]));
}

function talkAndHold(measured: ConversationDurations, format: Format): Said[] {
  const { totals, holds, holdsBound } = measured;
  const many = holds > 1 ? ` · ${bounded(holdsBound, details.times(format.count(holds)))}` : '';
  return [
    totals.talk > 0 ? [names.talk, total(measured, 'talk', format)] : undefined,
    totals.hold > 0 ? [names.hold, `${total(measured, 'hold', format)}${many}`] : undefined,
  ];
}

function named(ids: readonly string[], { lanes }: Timeline): string {
  const all = [...new Set(ids)].map((id) => lanes.find((lane) => lane.id === id));
  return all.flatMap((lane) => (lane ? [nameOf(lane)] : [])).join(', ');
}

/** Who controlled whom. */
function control(lane: Lane, timeline: Timeline): Said[] {
  const over: string[] = [];
  const by: string[] = [];
  for (const { kind, from, to } of timeline.links) {
    if (kind !== 'controlling' || !('laneId' in to)) continue;
    if (from.laneId === lane.id) over.push(to.laneId);
    if (to.laneId === lane.id) by.push(from.laneId);
  }
  return [
    [details.controls, named(over, timeline)],
    [details.controlledBy, named(by, timeline)],
  ];
}

/** More stretches of after-call work are no longer told one by one. */
const FEW = 5;

/** `Billing dispute · 1:10 of 2:00 allowed` */
function afterCallWork(lane: Lane, measured: ConversationDurations, format: Format): Said {
  const all = allOf(lane, 'acw');
  if (all.length > FEW)
    return [names.acw, `${total(measured, 'acw', format)} · ${details.times(format.count(all.length))}`];
  const isSkipped = lane.milestones.some(({ kind, label }) => kind === 'wrapup' && label === 'skipped');
  if (all.length === 0) return isSkipped ? [names.acw, details.skipped] : undefined;
  const work = all.map((stretch) => {
    const saved = workFacts({ lane, trackId: stretch.track.id, segment: stretch.segment });
    const as = saved.find(([term]) => term === details.wrapup)?.[1];
    const skipped = isSkipped && all.length === 1 ? details.skipped : undefined;
    return [as ?? skipped, taken(stretch, format)].filter(Boolean).join(' · ');
  });
  return [names.acw, work.join(', ')];
}

/** Also where a row need not say it, as its name does. */
function typeOf(lane: Lane, timeline: Timeline): Said {
  const word = visible(wordFor(english.purposes, lane.purpose));
  const isName = word === nameOf(lane);
  return [details.type, [isName ? word : '', aboutLane(lane, timeline)].filter(Boolean).join(' · ')];
}

/** Of several tracks that ended in ways of their own, which did so. */
function ended({ milestones, tracks }: Lane): Said {
  const media = new Map(tracks.map((track) => [track.id, wordFor(english.media, track.media)]));
  const ends = new Map<string, Set<string>>();
  for (const { kind, label, trackId = '' } of milestones) {
    if (kind !== 'end' || !label) continue;
    ends.set(label, (ends.get(label) ?? new Set()).add(media.get(trackId) ?? ''));
  }
  const said = [...ends].map(([label, of]) => (ends.size > 1 ? `${label} (${[...of].join(', ')})` : label));
  return [details.disconnect, said.join(', ')];
}

/** What a supervisor asks of a participant first, before all that the data says. */
export function inShort(lane: Lane, timeline: Timeline, format: Format): Fact[] {
  const { lanes, conversation } = measure({ ...timeline, lanes: [lane], links: [] });
  // Of lanes that are neither agents nor users the conversation counts nothing.
  const measured = { ...conversation, ...lanes[0] };
  const roles = new Set(lane.roles.map(({ role }) => wordFor(english.roles, role)));
  const all: Said[] = [
    typeOf(lane, timeline),
    answer(lane, format),
    ...talkAndHold(measured, format),
    [details.role, [...roles].join(', ')],
    ...control(lane, timeline),
    afterCallWork(lane, measured, format),
    ended(lane),
  ];
  return all.filter((fact): fact is Fact => fact !== undefined && fact[1] !== '');
}
