/**
 * Ids come from the data and may hold anything. The router decodes an address once, but for what would
 * change its structure; encoded twice, every id comes back as it was.
 */
export function conversationAddress(id: string): string {
  return `/c/${encodeURIComponent(encodeURIComponent(id))}`;
}

/** All of one user's legs of a day; the query is that of the list. */
export function agentAddress(userId: string, query: string): string {
  const path = `/agent/${encodeURIComponent(encodeURIComponent(userId))}`;
  return query === '' ? path : `${path}?${query}`;
}

export function conversationIdOf(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter; // typed by hand
  }
}
