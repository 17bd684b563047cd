import type { Lane } from '../model/timeline';
import { eachLeg } from '../timeline/communications';
import { isCustomer } from '../timeline/purpose';

function directionsOf({ participant }: Lane): (string | undefined)[] {
  const all = [participant.direction];
  eachLeg(participant, ({ direction }) => all.push(direction));
  return all;
}

/**
 * `inbound`, `outbound`, or the vendor's other word in small letters. The customer's side says which way it
 * went: a queue calls its agents outbound in any conversation.
 */
export function directionOf(lanes: readonly Lane[]): string | undefined {
  const customers = lanes.filter(({ purpose }) => isCustomer(purpose));
  return customers.flatMap(directionsOf).find(Boolean)?.toLowerCase();
}
