import type { Communication, Participant } from '../model/conversation';
import type { Named } from '../model/facts';
import type { Lane } from '../model/timeline';

const LISTS = [
  'calls',
  'callbacks',
  'chats',
  'cobrowsesessions',
  'emails',
  'messages',
  'internalMessages',
  'screenMonitorings',
  'screenshares',
  'socialExpressions',
  'videos',
  'sessions',
] as const satisfies (keyof Participant)[];

type Known = Map<string, Named>;

function note(known: Known, { id, name }: Named): void {
  const key = id || name;
  if (!key) return;
  let one = known.get(key);
  if (!one) {
    one = {};
    known.set(key, one);
  }
  if (id) one.id ??= id;
  if (name) one.name ??= name;
}

function noteGiven(known: Known, wrapup: Participant['wrapup']): void {
  if (wrapup) note(known, { id: wrapup.code, name: wrapup.name });
}

function noteAll(known: Known, { participant }: Lane): void {
  const legs: Communication[] = [];
  for (const list of LISTS) {
    const some = participant[list];
    if (some) legs.push(...some);
  }
  noteGiven(known, participant.wrapup);
  for (const { wrapup } of legs) noteGiven(known, wrapup);
  for (const { segments = [] } of legs) {
    for (const { wrapUpCode } of segments) note(known, { id: wrapUpCode });
  }
}

/** Wrap-up codes given by anybody, each once. */
export function wrapUpsOf(lanes: readonly Lane[]): Named[] {
  const known: Known = new Map();
  for (const lane of lanes) noteAll(known, lane);
  return [...known.values()];
}
