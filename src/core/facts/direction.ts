import type { Lane } from '../model/timeline';
import { isCustomer } from '../timeline/purpose';

function directionsOf({ participant }: Lane): (string | undefined)[] {
  const { calls = [], callbacks = [], chats = [], emails = [], messages = [], sessions = [] } = participant;
  const legs = [...calls, ...callbacks, ...chats, ...emails, ...messages, ...sessions];
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
