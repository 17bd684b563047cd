import { defineConfig } from 'vitest/config';

// A zone nobody works in and with an odd offset: code that leans on the machine's zone shows.
process.env.TZ = 'Asia/Kathmandu';

/** Replaces a module, which others that share its process would get as well. */
const MOCKING = 'tests/core/parse/stream.test.ts';

const AROUND = 'tests/{timeline,ui,app,sources,workers,embed,gallery}';

/** Pure, so one process after another file knows nothing of the one before: what it loaded is loaded once. */
export const coreTests = {
  name: 'core',
  environment: 'node',
  include: ['tests/core/**/*.test.ts'],
  exclude: [MOCKING],
  isolate: false,
  testTimeout: 15_000,
};

/** What needs no DOM does not wait for one. */
const pageless = {
  name: 'pageless',
  environment: 'node',
  include: [`${AROUND}/**/*.test.ts`, MOCKING],
  testTimeout: 15_000,
};

const componentTests = {
  name: 'components',
  environment: 'jsdom',
  include: [`${AROUND}/**/*.test.tsx`],
  setupFiles: ['tests/setup.ts'],
  testTimeout: 15_000,
};

export default defineConfig({
  test: {
    projects: [{ test: coreTests }, { test: pageless }, { test: componentTests }],
    coverage: {
      provider: 'v8',
      // What has a threshold: to measure the rest as well costs as long as some of the tests.
      include: ['src/core/**/*.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: '.temp/coverage',
      thresholds: { 'src/core/**': { lines: 90, branches: 80 } },
    },
  },
});
