/** A length as people say it, to the millisecond: “1 min 20 s”, “5.25 s”, “2 h”, “350 ms”. */
export function lasting(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  const parts: string[] = [];
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = (ms % 60_000) / 1000;
  if (hours > 0) parts.push(`${hours} h`);
  if (minutes > 0) parts.push(`${minutes} min`);
  if (seconds > 0) parts.push(`${seconds} s`);
  return parts.join(' ');
}
