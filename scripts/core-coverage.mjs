/**
 * Coverage by V8, taken where there is no DOM: only src/core has a threshold, its own tests need none, and to count
 * what components run costs a fifth of their time.
 */
import v8 from '@vitest/coverage-v8';

const isMeasured = () => !('document' in globalThis);

/** @type {import('vitest/node').CoverageProviderModule} */
export default {
  ...v8,
  startCoverage: (options) => (isMeasured() ? v8.startCoverage?.(options) : undefined),
  takeCoverage: (options) => (isMeasured() ? v8.takeCoverage?.(options) : undefined),
  stopCoverage: (options) => (isMeasured() ? v8.stopCoverage?.(options) : undefined),
};
