import { defineConfig } from 'vitest/config';
import { coreTests } from './vitest.config';

/**
 * For mutants of the rules: the tests that look at the rules one by one, since each mutant runs them again.
 * The property tests would kill more, at a hundred times the time. Files share a process, which has
 * room for what the mutants of one file need.
 */
export default defineConfig({
  test: {
    ...coreTests,
    isolate: false,
    include: ['tests/core/{timeline,measure}/**/*.test.ts'],
    exclude: [
      '**/order.test.ts',
      '**/evidence.test.ts',
      '**/properties.test.ts',
      '**/history.test.ts',
      '**/vendor-metrics.test.ts',
    ],
  },
});
