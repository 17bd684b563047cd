/** Offset of a line and column, both from 1, a byte order mark not counted. */
export function offsetOf(text: string, line: number, column = 1): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) break;
    start = newline + 1;
  }
  const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return Math.min(start + mark + column - 1, text.length);
}
