/** Where this site lies, with a slash at its end. */
export function siteAddress(): string {
  return new URL(import.meta.env.BASE_URL, window.location.href).href;
}
