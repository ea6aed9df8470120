import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from '@plaza/testing/chromium';
import { readE2eEnv } from './env.ts';
import { withConsent } from './support/visitor-state.ts';

const env = readE2eEnv();

/** Journeys against a running market: two files at a time, then one by one those that want the market for themselves. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '*.e2e.ts',
  workers: 2,
  projects: [
    { name: 'together', grepInvert: /@alone/ },
    { name: 'alone', grep: /@alone/, workers: 1, dependencies: ['together'] },
  ],
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(env.PLAZA_E2E_REPORT ? [['json', { outputFile: env.PLAZA_E2E_REPORT }] as const] : []),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: env.PLAZA_URL,
    storageState: withConsent('denied', env.PLAZA_URL),
    viewport: { width: 1440, height: 900 },
    // A recording of every journey costs a sixth of the time; `--trace on` makes one of those that fail.
    screenshot: 'only-on-failure',
    // A click on what is covered or gone says so itself, before the whole journey runs out of time.
    actionTimeout: 15_000,
    launchOptions: chromiumOptions(env.CHROMIUM_PATH),
  },
});
