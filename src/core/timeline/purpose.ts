/** The vendor's words are compared without regard to case and separators: `INTERACT`, `Wrap_Up`. */
export function plainWord(word: string): string {
  // Most words are plain already, which is cheaper to see letter by letter than to match.
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const plain = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
    if (!plain) return word.toLowerCase().replace(/[^a-z0-9]/g, '');
  }
  return word;
}

/** Agents and users: those whose time counts for the conversation. */
export function isStaff(purpose: string): boolean {
  const word = plainWord(purpose);
  return word === 'agent' || word === 'user';
}

export function isCustomer(purpose: string): boolean {
  const word = plainWord(purpose);
  return word === 'customer' || word === 'external';
}
