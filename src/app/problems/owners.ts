/** The pointer and all that contain it, the innermost first. */
export function withOwners(pointer: string): string[] {
  const pointers = [pointer];
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    pointers.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return pointers;
}
