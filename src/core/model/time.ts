/**
 * Numbers the eye confuses are flavoured: a plain number may become any of them, but an instant can
 * never be passed where a duration is wanted.
 */
type Flavour<T, Name extends string> = T & { readonly flavour?: Name };

/** Milliseconds since the Unix epoch, UTC. Whole, between ±8.64e15. */
export type Instant = Flavour<number, 'instant'>;

/** Length of time in milliseconds. */
export type Duration = Flavour<number, 'duration'>;
