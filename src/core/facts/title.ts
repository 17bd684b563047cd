import type { Lane, Timeline } from '../model/timeline';
import { isCustomer } from '../timeline/purpose';

/** The lane that a conversation without a title is called by: its first customer's, as its id says nothing to people. */
export function namesake(lanes: readonly Lane[]): Lane | undefined {
  return lanes.find(({ purpose }) => isCustomer(purpose)) ?? lanes[0];
}

export function titleOf({ title, lanes, id }: Timeline): string {
  return title ?? namesake(lanes)?.label ?? id;
}
