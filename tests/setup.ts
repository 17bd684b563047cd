import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library does this by itself only where afterEach is global.
afterEach(cleanup);

/** The page is printed for who reads the error: what is waited for fails many times before it comes. */
function elementError(message: string | null, container: Element): Error {
  const error = new Error();
  error.name = 'TestingLibraryElementError';
  Error.captureStackTrace(error, elementError); // the line to show is the test's
  const tell = () => `${message ?? ''}\n\n${prettyDOM(container)}`;
  return Object.defineProperty(error, 'message', { get: tell, configurable: true });
}

// Machines are shared: what is late is not wrong. A test that would have to wait this long has failed.
configure({ asyncUtilTimeout: 10_000, defaultHidden: false, getElementError: elementError });

// Files share a page: each begins with an empty one, at the first address, with nothing stored.
document.body.replaceChildren();
history.replaceState(null, '', '/');
sessionStorage.clear();
localStorage.clear();
