const UNITS: { readonly [unit: string]: number } = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** What somebody typed as a length: `90`, `1:30`, `1:02:03`, `2d 1:02:03`, `2m`, `1h 5m 10s`. Seconds where no unit stands. */
export function parseLength(text: string): number | undefined {
  const plain = text.trim().toLowerCase().replace(',', '.');
  if (/^\d{1,9}(\.\d+)?$/.test(plain)) return Math.round(Number(plain) * 1000);
  const clock = /^(?:(\d{1,5})d\s+)?(?:(\d{1,5}):)?(\d{1,5}):([0-5]?\d(?:\.\d{1,3})?)$/.exec(plain);
  if (clock) {
    const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = clock;
    const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60;
    return Math.round((whole + Number(seconds)) * 1000);
  }
  if (!/^(\d{1,9}(\.\d+)?\s*(d|h|ms|m|s)\s*)+$/.test(plain)) return undefined;
  let sum = 0;
  for (const [, count = '0', unit = 's'] of plain.matchAll(/(\d+(?:\.\d+)?)\s*(d|h|ms|m|s)/g)) {
    sum += Number(count) * (UNITS[unit] ?? 0);
  }
  return Math.round(sum);
}
