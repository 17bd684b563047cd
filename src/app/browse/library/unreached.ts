/** A part of what the library needs could not be fetched: loaded anew, the page may get it. */
export class Unreached extends Error {}
