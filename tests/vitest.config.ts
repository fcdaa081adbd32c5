import { availableParallelism } from 'node:os';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

// One project a tier: `vitest --project domain`. Node runs them in Europe/Paris like the product.
const node = (name: string, extra: object = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node',
    // One fewer, as vitest has it, is one alone where there are two.
    maxWorkers: availableParallelism(),
    // Test processes start threads too: see db/keep-compiled-code.ts.
    execArgv: ['--no-wasm-code-gc'],
    ...extra,
  },
});

/** Tiers whose tests use a database. */
const globalSetup = 'tests/support/global-server.ts';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    env: { TZ: 'Europe/Paris' },
    projects: [
      node('domain'),
      node('db', { globalSetup, testTimeout: 60_000, hookTimeout: 120_000 }),
      node('api', { globalSetup, testTimeout: 60_000, hookTimeout: 120_000 }),
      node('seeds', { globalSetup, testTimeout: 120_000, hookTimeout: 120_000 }),
      node('house', { testTimeout: 120_000 }),
      node('browser', {
        globalSetup,
        testTimeout: 180_000,
        hookTimeout: 240_000,
        fileParallelism: false,
        // What a page becomes is waited for; how soon it does is said where it matters.
        expect: { poll: { timeout: 20_000 } },
      }),
      {
        plugins: [solid()],
        test: {
          name: 'web',
          include: ['tests/web/**/*.test.tsx', 'tests/web/**/*.test.ts'],
          environment: 'jsdom',
        },
        resolve: { conditions: ['development', 'browser'] },
      },
    ],
  },
});
