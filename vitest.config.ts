import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/dist/**', '**/.data/**', 'e2e/**'];

export default defineConfig({
  test: {
    // Much of a test is waiting for stores in other processes, so that every core may have one.
    maxWorkers: '100%',
    // Two projects, so that a unit test never waits for a store and an integration test always has real ones. Files of one
    // worker share what they import, as no module keeps what a test could see: loading the BFF takes longer than many a test.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.integration.test.ts'],
          isolate: false,
          // A property of a hundred cases is not at fault on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: never,
          isolate: false,
          globalSetup: ['packages/testing/src/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
