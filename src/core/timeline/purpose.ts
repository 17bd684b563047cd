/** The vendor's words are compared without regard to case and separators: `INTERACT`, `Wrap_Up`. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain by now, which is cheaper to see letter by letter than to match.
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    if (unit < 48 || (unit > 57 && unit < 97) || unit > 122) return lower.replace(/[^a-z0-9]/g, '');
  }
  return lower;
}

/** Agents and users: those whose time counts for the conversation. */
export function isStaff(purpose: string): boolean {
  const word = plainWord(purpose);
  return word === 'agent' || word === 'user';
}

/** Whether it is the lane of a queue. */
export function isQueue(purpose: string): boolean {
  return plainWord(purpose) === 'acd';
}

export function isCustomer(purpose: string): boolean {
  const word = plainWord(purpose);
  return word === 'customer' || word === 'external';
}
