/** Run file by file by scripts/mutation.mjs, which adds up and judges. */
export default {
  testRunner: 'vitest',
  // The tests that cover a mutant are known; which files import it need not be asked each time.
  vitest: { configFile: 'vitest.core.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  concurrency: 2,
  coverageAnalysis: 'perTest',
  timeoutMS: 20_000, // a busy machine is no endless loop
  ignorePatterns: ['dist', 'lib', '.temp', 'tests/e2e'],
  tempDirName: '.stryker-tmp',
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: '.temp/mutation.json' },
};
