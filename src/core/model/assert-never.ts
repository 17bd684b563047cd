/** Closes a switch over a union: a new member is a type error here until its case is written. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`);
}
