/**
 * Closes a switch over a union: a new member is a type error here until its case is written. The value is not told:
 * errors end in the logs of hosts, and a mark has names in it.
 */
export function assertNever(_value: never): never {
  throw new Error('Unexpected variant');
}
