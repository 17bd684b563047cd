import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { renderer } from './scripts/renderer.mjs';

// A zone nobody works in and with an odd offset: code that leans on the machine's zone shows.
process.env.TZ = 'Asia/Kathmandu';

const AROUND = 'tests/{timeline,ui,app,sources,workers,embed,gallery}';

export const coreTests = {
  name: 'core',
  environment: 'node',
  include: ['tests/core/**/*.test.ts'],
  testTimeout: 15_000,
};

/** What needs no DOM does not wait for one. */
const pageless = { ...coreTests, name: 'pageless', include: [`${AROUND}/**/*.test.ts`] };

const componentTests = {
  name: 'components',
  environment: 'jsdom',
  include: [`${AROUND}/**/*.test.tsx`],
  setupFiles: ['tests/setup.ts'],
  testTimeout: 15_000,
};

/** The component once more, drawn by what draws it in the file of the element. */
const elementTests = {
  ...componentTests,
  name: 'element',
  include: [
    'tests/timeline/{on-demand,participant-timeline,reach,read-any}.test.tsx',
    'tests/embed/{component,live}.test.tsx',
  ],
  server: { deps: { inline: [/preact/, /@testing-library\/(react|user-event)/] } },
};

/**
 * A project whose files share their processes, so that what they load is loaded and warm once. Those apart replace
 * modules or parts of the page, which others would get as well: each has a process of its own.
 */
function sharing(test: typeof coreTests | typeof componentTests, apart: string[] = [], resolve = {}) {
  const shared = { resolve, oxc: { jsx: { runtime: 'automatic' as const, development: false } } };
  const alone = { ...shared, test: { ...test, name: `${test.name}, apart`, include: apart } };
  return [
    { ...shared, test: { ...test, exclude: apart, isolate: false } },
    ...(apart.length > 0 ? [alone] : []),
  ];
}

/**
 * For development React makes an error with each element, to know where it was made: a fifth of the time of these tests.
 * Of keys that are missing the linter tells.
 */
const plainElements = [
  {
    find: /^react\/jsx-runtime$/,
    replacement: resolve('node_modules/react/cjs/react-jsx-runtime.production.js'),
  },
];

/** Exact names: `react` is not the beginning of another. */
const alias = Object.entries({
  ...renderer,
  'react-dom/test-utils': 'preact/test-utils',
  // Its other form asks for React by require(), which no alias reaches.
  '@testing-library/react': resolve('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
}).map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement }));

export default defineConfig({
  test: {
    // Two at least: by default a core is left alone, of two half of what there is.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...sharing(coreTests, ['tests/core/parse/stream.test.ts']),
      ...sharing(pageless),
      ...sharing(
        componentTests,
        ['tests/embed/{live,sheets}.test.tsx', 'tests/timeline/{find-on-its-way,read-any}.test.tsx'],
        {
          alias: plainElements,
        },
      ),
      ...sharing(elementTests, ['tests/embed/live.test.tsx', 'tests/timeline/read-any.test.tsx'], { alias }),
    ],
    coverage: {
      provider: 'custom',
      customProviderModule: 'scripts/core-coverage.mjs',
      // What has a threshold: to measure the rest as well costs as long as some of the tests.
      include: ['src/core/**/*.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: '.temp/coverage',
      thresholds: { 'src/core/**': { lines: 90, branches: 80 } },
    },
  },
});
