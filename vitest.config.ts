import { defineConfig } from 'vitest/config';

// A zone nobody works in and with an odd offset: code that leans on the machine's zone shows.
process.env.TZ = 'Asia/Kathmandu';

export const coreTests = {
  name: 'core',
  environment: 'node',
  include: ['tests/core/**/*.test.ts'],
  testTimeout: 15_000,
};

const componentTests = {
  name: 'components',
  environment: 'jsdom',
  include: ['tests/{timeline,ui,app,sources,workers,embed,gallery}/**/*.test.{ts,tsx}'],
  setupFiles: ['tests/setup.ts'],
  testTimeout: 15_000,
};

export default defineConfig({
  test: {
    projects: [{ test: coreTests }, { test: componentTests }],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: '.temp/coverage',
      thresholds: { 'src/core/**': { lines: 90, branches: 80 } },
    },
  },
});
