import { factsOf } from '../../../core/facts/facts';
import { exportConversations } from '../../../core/index';
import { createMemorySource, type Held } from '../../../sources/memory/memory';
import { Deletions } from '../../../sources/library/deletions';
import { unpackConversation } from '../../../sources/library/pack';
import { examine, joined, type Packed } from '../../../sources/library/prepared';
import type { ConversationSource } from '../../../sources/source';
import { conversationOf, type Found, type ParseOutcome } from '../../../workers/found';
import type { parseInput } from '../../../workers/parseInput';
import { exportFrom, pagesOf } from './exported';
import type { ImportReport, Library, LibraryState, Which } from './library';

/** Reading facts and writing exports share the page's thread: no longer than this at once. */
const SLICE_MS = 12;

async function breathe(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

/** Where nothing can be stored: conversations live as long as the page. */
export function createMemoryLibrary(parse: typeof parseInput): Library {
  return new MemoryLibrary(parse);
}

class MemoryLibrary implements Library {
  readonly source: ConversationSource;
  private readonly held = new Map<string, Held & Pick<Packed, 'bytes' | 'looks'>>();
  private readonly deletions = new Deletions(0);
  private readonly listeners = new Set<() => void>();
  private current: LibraryState = { phase: 'ready', conversations: 0, persistent: false };

  constructor(private readonly parse: typeof parseInput) {
    const source = createMemorySource('library', () => Promise.resolve(this.held));
    this.source = {
      ...source,
      capabilities: { ...source.capabilities, write: true },
      onChange: (listener) => this.subscribe(listener),
    };
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = () => this.current;

  import: Library['import'] = (input, onProgress) => {
    const control = new AbortController();
    const began = this.deletions.count;
    let going = Promise.resolve();
    let resume: (() => void) | undefined;
    const report = this.parse(input, { signal: control.signal, onProgress }).then(async (outcome) =>
      this.take(outcome, { signal: control.signal, going: () => going, began }),
    );
    return {
      pause: () => {
        if (resume) return;
        going = new Promise((resolve) => {
          resume = resolve;
        });
      },
      resume: () => {
        resume?.();
        resume = undefined;
      },
      cancel: () => {
        control.abort();
        resume?.();
      },
      report,
    };
  };

  private async take(
    outcome: ParseOutcome,
    run: { signal: AbortSignal; going: () => Promise<void>; began: number },
  ): Promise<ImportReport> {
    const report: ImportReport = {
      ending: outcome.ending,
      added: 0,
      updated: 0,
      unchanged: 0,
      skipped: outcome.problems,
      skippedCount: outcome.problemCount,
    };
    let sliceEnd = performance.now() + SLICE_MS;
    try {
      for (const found of outcome.found) {
        await run.going();
        if (run.signal.aborted && report.ending === 'done') {
          report.ending = 'cancelled';
          break;
        }
        const what = this.put(found, run.began);
        report[what] = (report[what] ?? 0) + 1;
        if (performance.now() < sliceEnd) continue;
        await breathe();
        sliceEnd = performance.now() + SLICE_MS;
      }
    } catch {
      report.ending = 'crashed';
    }
    this.changed();
    return report;
  }

  /** As the engine does: a look that is there already adds nothing, wherever in a file it stood. */
  private put(found: Found, began: number): 'added' | 'updated' | 'unchanged' | 'deleted' {
    const read = examine(conversationOf(found));
    if (this.deletions.isGone(read.id, began)) return 'deleted';
    const before = this.held.get(read.id);
    if (before && read.looks.every((look) => before.looks.includes(look))) return 'unchanged';
    const { id, bytes, looks } = before ? joined(before, [read]) : read;
    const document = () => unpackConversation(bytes);
    this.held.set(id, {
      bytes,
      looks,
      facts: factsOf(document()),
      original: () => Promise.resolve(exportConversations([document()])),
    });
    return before ? 'updated' : 'added';
  }

  having: Library['having'] = (ids) => Promise.resolve(ids.filter((id) => this.held.has(id)));

  remove: Library['remove'] = async (which) => {
    const ids = await this.idsOf(which);
    for (const id of ids) this.held.delete(id);
    this.deletions.note(ids);
    this.changed();
    return ids.length;
  };

  export: Library['export'] = (which, format, run) => exportFrom(this.source, { which, format }, run);

  setRetention: Library['setRetention'] = async (days) => {
    this.current = { ...this.current, retentionDays: days };
    if (days !== undefined) await this.remove({ filter: { time: { to: Date.now() - days * 86_400_000 } } });
    else this.changed();
  };

  /** Of a page that is open for as long as any retention nobody has to think. */
  undated: Library['undated'] = () => Promise.resolve(0);

  private async idsOf(which: Which): Promise<readonly string[]> {
    if ('ids' in which) return which.ids.filter((id) => this.held.has(id));
    const ids: string[] = [];
    for await (const rows of pagesOf(this.source, which.filter)) ids.push(...rows.map(({ id }) => id));
    return ids;
  }

  private changed(): void {
    this.current = { ...this.current, conversations: this.held.size };
    for (const listener of this.listeners) listener();
  }
}
