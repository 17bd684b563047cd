import { type Lane, measure, type Segment, type Timeline, type Track } from '../../core/index';
import type { Format } from '../../ui/format';
import { contextOf } from '../../ui/identity';
import { nameOf } from '../../ui/speech';
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
  const { userId } = lane;
  const legs = userId === undefined ? [] : timeline.lanes.filter((other) => other.userId === userId);
  const leg = legs.length > 1 ? english.leg(legs.indexOf(lane) + 1, legs.length) : '';
  return [contextOf(lane, timeline, english), leg].filter(Boolean).join(' · ');
}

interface Stretch {
  lane: Lane;
  track: Track;
  segment: Segment;
}

function firstOf(lane: Lane, type: Segment['type']): Stretch | undefined {
  for (const track of lane.tracks) {
    const segment = track.segments.find((one) => one.type === type && one.certainty !== 'planned');
    if (segment) return { lane, track, segment };
  }
  return undefined;
}

/** `0:12 of 0:30 allowed` */
function taken(stretch: Stretch, format: Format): string {
  const { start, end, certainty } = stretch.segment;
  const allowed = allowedFor(stretch);
  const bound = certainty === 'inferred' ? `${words.figures.atMost} ` : '';
  const length = `${bound}${format.compact(end - start)}`;
  return allowed === undefined ? length : details.ofAllowed(length, format.compact(allowed));
}

/** How the first offer ended; nothing of one that goes on, or of which nobody can say. */
function answer(lane: Lane, format: Format): Said {
  const offer = firstOf(lane, 'alerting');
  if (!offer || offer.segment.certainty === 'running') return undefined;
  const { segment, track } = offer;
  if (segment.unanswered) return [details.notAnswered, taken(offer, format)];
  const isAnswered = track.segments.some(({ type, start }) => type === 'connected' && start >= segment.end);
  return isAnswered ? [details.answered, taken(offer, format)] : undefined;
}

function times(lane: Lane, timeline: Timeline, format: Format): Said[] {
  const { lanes, conversation } = measure({ ...timeline, lanes: [lane], links: [] });
  const { totals, bounds } = lanes[0] ?? conversation;
  const said = (name: 'talk' | 'hold') =>
    [bounds[name] && words.figures[bounds[name]], format.compact(totals[name])].filter(Boolean).join(' ');
  const { holds } = conversation;
  const many = holds > 1 ? ` · ${details.times(format.count(holds))}` : '';
  return [
    totals.talk > 0 ? [names.talk, said('talk')] : undefined,
    totals.hold > 0 ? [names.hold, `${said('hold')}${many}`] : undefined,
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

/** `Billing dispute · 1:10 of 2:00 allowed` */
function wrapup(lane: Lane, format: Format): Said {
  const work = firstOf(lane, 'acw');
  if (!work) return undefined;
  const saved = workFacts({ lane, trackId: work.track.id, at: work.segment.end });
  const as = saved.find(([term]) => term === details.wrapup)?.[1];
  return [names.acw, [as, taken(work, format)].filter(Boolean).join(' · ')];
}

/** Also where a row need not say it, as its name does. */
function typeOf(lane: Lane, timeline: Timeline): Said {
  const word = wordFor(english.purposes, lane.purpose);
  const about = aboutLane(lane, timeline);
  return [details.type, about.startsWith(word) ? about : [word, about].filter(Boolean).join(' · ')];
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
  const roles = new Set(lane.roles.map(({ role }) => wordFor(english.roles, role)));
  const all: Said[] = [
    typeOf(lane, timeline),
    answer(lane, format),
    ...times(lane, timeline, format),
    [details.role, [...roles].join(', ')],
    ...control(lane, timeline),
    wrapup(lane, format),
    ended(lane),
  ];
  return all.filter((fact): fact is Fact => fact !== undefined && fact[1] !== '');
}
