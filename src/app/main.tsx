import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSampleSource } from '../sources/samples/source';
import { parseInput } from '../workers/parseInput';
import { App } from './App';
import { readDocument } from './browse/library/document';
import { mayHoldSomething } from './browse/library/imports';
import { createLaterLibrary } from './browse/library/later';
import type { Library } from './browse/library/library';
import { Unreached } from './browse/library/unreached';
import { createSavedStore } from './session/saved';
import { createSession } from './session/session';

/** The very property throws where storage is forbidden. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

// Most browsers let a page keep what it is given; one that does not says so as soon as the library is open.
const OPENING = { phase: 'opening', persistent: true } as const;
const EMPTY = { phase: 'ready', conversations: 0, persistent: true } as const;

async function openLibrary(): Promise<Library> {
  const client = await import('./browse/library/client').catch((cause: unknown) => {
    throw new Unreached('The library is out of reach', { cause });
  });
  try {
    return await client.openLibrary();
  } catch (error) {
    if (!(error instanceof client.NoEngine)) throw error;
    const { createMemoryLibrary } = await import('./browse/library/memory');
    return createMemoryLibrary(parseInput);
  }
}

const base = import.meta.env.BASE_URL;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App
        base={base}
        queries={new QueryClient()}
        session={createSession({ saved: createSavedStore(tabStorage()), parse: parseInput })}
        samples={createSampleSource({ base, read: readDocument })}
        library={createLaterLibrary(openLibrary, mayHoldSomething() ? OPENING : EMPTY)}
        loadRichEditor={async () => (await import('./paste/richEditor')).createRichEditor}
      />
    </StrictMode>,
  );
}
