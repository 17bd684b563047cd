/**
 * Names of the arrays that a listing wraps: it may hold much else. What is recognised by them is also cut into its
 * elements where it is too large to be read as one, and mended where it was cut off.
 */
export const LISTINGS: readonly string[] = ['conversations', 'entities'];
