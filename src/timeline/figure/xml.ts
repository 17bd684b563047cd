/** All that XML 1.0 has no way to write, not even escaped: controls, halves of pairs, two non-characters. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}
