import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Testing Library does this by itself only where afterEach is global.
afterEach(cleanup);

// Machines are shared: what is late is not wrong. A test that would have to wait this long has failed.
configure({ asyncUtilTimeout: 10_000, defaultHidden: false });

// Files share a page: each begins with an empty one, at the first address, with nothing stored.
document.body.replaceChildren();
history.replaceState(null, '', '/');
sessionStorage.clear();
localStorage.clear();
