/** Whether the browser knows a time zone of that name. */
export function isZone(name: string): boolean {
  if (name === '') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Whether it is a well-formed language tag. */
export function isLocale(tag: string): boolean {
  if (tag === '') return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
