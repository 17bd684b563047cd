import type { Capabilities } from '../../../sources/source';
import { laterSource } from '../laterSource';
import type { ImportRun, Library, LibraryState } from './library';
import { UNOPENED } from './reports';
import { Unreached } from './unreached';

const EVERYTHING: Capabilities = { text: true, facets: true, charts: true, offset: true, write: true };

/**
 * A library whose engine is fetched and opened after the page has been drawn. `known` is what can be said
 * before that; whoever asks for more waits.
 */
export function createLaterLibrary(open: () => Promise<Library>, known: LibraryState): Library {
  const listeners = new Set<() => void>();
  let state = known;
  let opened: Library | undefined;
  let opening: Promise<Library> | undefined;

  function changed(next: LibraryState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  async function openNow(): Promise<Library> {
    try {
      const library = await open();
      opened = library;
      library.subscribe(() => changed(library.state()));
      changed(library.state());
      return library;
    } catch (error) {
      changed({ ...known, phase: error instanceof Unreached ? 'unreached' : 'failed' });
      throw error;
    }
  }
  function library(): Promise<Library> {
    opening ??= openNow();
    return opening;
  }
  return {
    source: laterSource({
      name: 'library',
      capabilities: () => opened?.source.capabilities ?? EVERYTHING,
      source: async () => (await library()).source,
    }),
    subscribe(listener) {
      listeners.add(listener);
      // Being looked at is reason enough. Failing stands in the state.
      library().catch(() => undefined);
      return () => listeners.delete(listener);
    },
    state: () => state,
    import: (input, onProgress, onTaken) =>
      laterRun(library().then((each) => each.import(input, onProgress, onTaken))),
    having: async (ids) => (await library()).having(ids),
    remove: async (which) => (await library()).remove(which),
    export: async (which, format, run) => (await library()).export(which, format, run),
    setRetention: async (days) => (await library()).setRetention(days),
    undated: async (before) => (await library()).undated(before),
  };
}

function laterRun(run: Promise<ImportRun>): ImportRun {
  const tell = (what: 'pause' | 'resume' | 'cancel') => () => {
    run.then((each) => each[what]()).catch(() => undefined); // stands in the report
  };
  return {
    pause: tell('pause'),
    resume: tell('resume'),
    cancel: tell('cancel'),
    report: run.then(
      (each) => each.report,
      () => UNOPENED,
    ),
  };
}
