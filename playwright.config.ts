import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

// Own port, so that neither a preview left open nor a second run is tested by mistake. Workers inherit it.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 10_000));
const address = `http://127.0.0.1:${process.env.E2E_PORT}`;

const quiet = [
  '--disable-background-networking', // no calls home: networks may be closed
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  // Each page lives for seconds: what compiling its code well takes, it never gives back. A fifth of the time.
  '--js-flags=--liftoff-only --no-maglev --no-turbofan',
  '--no-first-run',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has no sandbox for root

/** Drives the production build as a visitor gets it: with its headers, on `vite preview`. */
export default defineConfig({
  // A shared machine may stall for seconds; the report still names what passed only the second time.
  retries: process.env.CI ? 1 : 0,
  testDir: 'tests/e2e',
  outputDir: '.temp/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // One page after another in one tab: what it loads is compiled already. All it had stored is cleared between.
    reuseContext: true,
    // Pictures of every step cost an eighth of the time, and may hang on texts of megabytes: `--trace on` has them.
    trace: 'on-first-retry',
    launchOptions: { executablePath: findBrowser(), args: [...quiet, ...asRoot] },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${process.env.E2E_PORT} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
