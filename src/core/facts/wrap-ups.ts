import type { Participant } from '../model/conversation';
import type { Named } from '../model/facts';
import type { Lane } from '../model/timeline';
import { eachLeg } from '../timeline/communications';

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
  noteGiven(known, participant.wrapup);
  eachLeg(participant, ({ wrapup }) => noteGiven(known, wrapup));
  eachLeg(participant, ({ segments }) => {
    for (const { wrapUpCode } of segments ?? []) note(known, { id: wrapUpCode });
  });
}

/** Wrap-up codes given by anybody, each once. */
export function wrapUpsOf(lanes: readonly Lane[]): Named[] {
  const known: Known = new Map();
  for (const lane of lanes) noteAll(known, lane);
  return [...known.values()];
}
