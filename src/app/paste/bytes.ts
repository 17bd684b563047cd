const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `31.4 MB` in the words of a locale. */
export function bytesText(bytes: number, locale: string): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** power);
}
