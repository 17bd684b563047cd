import { QueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { readFileSync } from 'node:fs';
import { App } from '../../src/app/App';
import type { Library } from '../../src/app/browse/library/library';
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { readDocument } from '../../src/app/browse/library/document';
import { createSavedStore } from '../../src/app/session/saved';
import { createSession } from '../../src/app/session/session';
import { samples } from '../../src/sources/samples/catalogue';
import { createSampleSource } from '../../src/sources/samples/source';
import { parseInput } from '../../src/workers/parseInput';

/** The whole site at an address, samples coming from the disk; `null`: nothing is kept. jsdom does not draw: sizes are none. */
export function openSite(
  path: string,
  storage: Storage | null = sessionStorage,
  library: Library = createMemoryLibrary(parseInput),
) {
  window.history.replaceState(null, '', path);
  const fetch = (url: unknown) => {
    const sample = samples.find(({ file }) => String(url).endsWith(`/samples/${file}`));
    const text = sample && readFileSync(`public/samples/${sample.file}`, 'utf8');
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  };
  const session = createSession({ saved: createSavedStore(storage ?? undefined), parse: parseInput });
  // What was typed last is saved with a delay, which would reach into the next test.
  onTestFinished(() => session.flush());
  const source = createSampleSource({ base: '/', fetch, read: readDocument });
  const view = render(
    <App base="/" queries={new QueryClient()} session={session} samples={source} library={library} />,
  );
  return { ...view, session, library, user: userEvent.setup() };
}

export function box(): Promise<HTMLTextAreaElement> {
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Conversation JSON' });
}
