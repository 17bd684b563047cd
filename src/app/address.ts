import { wellFormed } from '../sources/choices';

/** An id within an address. Half of a letter stands in none: it is told as the library tells it. */
export function encoded(id: string): string {
  return encodeURIComponent(wellFormed(id));
}

/** A path of one or two dots leads elsewhere, encoded once as well. */
function dotsEncoded(id: string): string {
  return /^\.{1,2}$/.test(id) ? id.replaceAll('.', '%2E') : encoded(id);
}

/**
 * Ids come from the data and may hold anything. The router decodes an address once, but for what would
 * change its structure; encoded twice, every id comes back as it was.
 */
export function conversationAddress(id: string): string {
  return `/c/${encodeURIComponent(dotsEncoded(id))}`;
}

/** All of one user's legs of a day; the query is that of the list. */
export function agentAddress(userId: string, query: string): string {
  const path = `/agent/${encodeURIComponent(dotsEncoded(userId))}`;
  return query === '' ? path : `${path}?${query}`;
}

/** The id as it was, of what the router or an address of our own has. */
export function idFrom(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter; // typed by hand
  }
}
