const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `31.4 MB`, `396 bytes`, in the words of a locale. */
export function bytesText(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    // In short a byte has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** power);
}
