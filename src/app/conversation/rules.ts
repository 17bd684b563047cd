/** A rule's stable name as words. */
export function ruleSentence(rule: string): string {
  const text = rule.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
