/** Shapes of objects by their keys, one after the other: keys may hold anything, so that no text could stand for them. */
interface Branch {
  /** Of the shape that ends here. */
  number?: number;
  next: Map<string, Branch>;
}

/** Numbers of the shapes that were told. */
export class Shapes {
  private readonly root: Branch = { next: new Map() };
  size = 0;

  find(keys: readonly string[]): number | undefined {
    let branch: Branch | undefined = this.root;
    for (const key of keys) {
      branch = branch.next.get(key);
      if (!branch) return undefined;
    }
    return branch.number;
  }

  add(keys: readonly string[]): void {
    let branch = this.root;
    for (const key of keys) {
      let next = branch.next.get(key);
      if (!next) {
        next = { next: new Map() };
        branch.next.set(key, next);
      }
      branch = next;
    }
    branch.number = this.size++;
  }
}
