import { SourceError } from '../source';

/** More are not remembered one by one. */
const MOST = 100_000;

/**
 * What was deleted lately, so that an import that was on its way by then does not bring it back: of a conversation
 * it may hold a look that it has not come to, or the very document that it was joined with. Deletions are counted,
 * in the files as well. An import says with all that it writes how many there had been when it began.
 */
export class Deletions {
  /** An import that began before there were so many is over: what they took is everything, or not known any more. */
  swept: number;
  private readonly ids = new Map<string, number>();

  constructor(
    /** So many there were, ever. */
    public count: number,
    private readonly most = MOST,
  ) {
    this.swept = count;
  }

  note(ids: readonly string[]): void {
    this.count += 1;
    for (const id of ids) this.ids.set(id, this.count);
    if (this.ids.size > this.most) this.sweep();
  }

  /** Everything was deleted. */
  noteAll(): void {
    this.count += 1;
    this.sweep();
  }

  /** @throws SourceError `deleted`, where the import is over */
  isGone(id: string, began: number): boolean {
    if (began < this.swept) throw new SourceError('deleted');
    return (this.ids.get(id) ?? 0) > began;
  }

  private sweep(): void {
    this.ids.clear();
    this.swept = this.count;
  }
}
