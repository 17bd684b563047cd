/** Storage that has room for so many characters. */
export class Shelf implements Storage {
  private readonly held = new Map<string, string>();
  constructor(private readonly room = Number.POSITIVE_INFINITY) {}
  get length(): number {
    return this.held.size;
  }
  key(index: number): string | null {
    return [...this.held.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.held].filter(([held]) => held !== key).map(([, text]) => text.length);
    const used = others.reduce((sum, length) => sum + length, 0);
    if (used + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.held.set(key, value);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
  clear(): void {
    this.held.clear();
  }
}
