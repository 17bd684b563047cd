import type { Lane } from '../model/timeline';
import { MEDIA_ARRAYS } from '../model/vendor/media';
import { isCustomer } from '../timeline/purpose';

function directionsOf({ participant }: Lane): (string | undefined)[] {
  const legs = MEDIA_ARRAYS.flatMap(([name]) => participant[name] ?? []).concat(participant.sessions ?? []);
  return [participant.direction, ...legs.map(({ direction }) => direction)];
}

/**
 * `inbound`, `outbound`, or the vendor's other word in small letters. The customer's side says which way it
 * went: a queue calls its agents outbound in any conversation.
 */
export function directionOf(lanes: readonly Lane[]): string | undefined {
  const customers = lanes.filter(({ purpose }) => isCustomer(purpose));
  return customers.flatMap(directionsOf).find(Boolean)?.toLowerCase();
}
