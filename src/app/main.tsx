import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSampleSource } from '../sources/samples/source';
import { parseInput } from '../workers/parseInput';
import { App } from './App';
import { sampleDocument } from './samples';
import { createSavedStore } from './session/saved';
import { createSession } from './session/session';
import './styles.css';

/** The very property throws where storage is forbidden. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
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
        samples={createSampleSource({ base, read: sampleDocument })}
        loadRichEditor={async () => (await import('./paste/richEditor')).createRichEditor}
      />
    </StrictMode>,
  );
}
