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

function legsOf(participant: Participant): Communication[] {
  return LISTS.flatMap((list) => participant[list] ?? []);
}

function* saidOf({ participant }: Lane): Generator<Named> {
  const legs = legsOf(participant);
  for (const { code, name } of [participant, ...legs].flatMap(({ wrapup }) => wrapup ?? [])) {
    yield { id: code, name };
  }
  for (const { wrapUpCode } of legs.flatMap(({ segments }) => segments ?? [])) yield { id: wrapUpCode };
}

/** Wrap-up codes given by anybody, each once. */
export function wrapUpsOf(lanes: readonly Lane[]): Named[] {
  const known = new Map<string, Named>();
  for (const { id, name } of lanes.flatMap((lane) => [...saidOf(lane)])) {
    const key = id ?? name;
    if (!key) continue;
    const before = known.get(key);
    const named = { ...(id ? { id } : {}), ...(name ? { name } : {}), ...before };
    known.set(key, named);
  }
  return [...known.values()];
}
