/** How many carriage returns that stand before a line feed lie before an offset. */
export function shiftsOf(text: string): (offset: number) => number {
  const places: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) places.push(at);
  return (offset) => places.findLastIndex((place) => place < offset) + 1;
}
