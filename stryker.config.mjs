export default {
  mutate: ['src/core/{timeline,measure}/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.core.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  concurrency: 2,
  coverageAnalysis: 'perTest',
  ignorePatterns: ['dist', 'lib', '.temp', 'tests/e2e'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: '.temp/mutation.html' },
  clearTextReporter: { logTests: false, allowColor: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
