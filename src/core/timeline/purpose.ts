/** The vendor's words are compared without regard to case and separators: `INTERACT`, `Wrap_Up`. */
export function plainWord(word: string): string {
  // Most words are plain but for a capital, which is cheaper to see letter by letter than to match.
  let hasCapitals = false;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit >= 65 && unit <= 90) hasCapitals = true;
    else if (unit < 48 || (unit > 57 && unit < 97) || unit > 122)
      return word.toLowerCase().replace(/[^a-z0-9]/g, '');
  }
  return hasCapitals ? word.toLowerCase() : word;
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
