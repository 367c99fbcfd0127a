import { defineConfig } from 'vitest/config';

/** Five suites; `npm test` runs them one after another, so that a real Neo4j and a real browser never compete for two cores. */
const suite = (name: string, options: object) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 180_000,
    ...options,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', { testTimeout: 30_000 }),
      suite('tck', { globalSetup: ['test/tck/global-setup.ts'] }),
      suite('store', { globalSetup: ['test/store/global-setup.ts'], fileParallelism: false }),
      suite('interop', { testTimeout: 600_000, fileParallelism: false }),
      suite('e2e', {
        globalSetup: ['test/e2e/global-setup.ts', 'test/tck/global-setup.ts'],
        fileParallelism: false,
        // what a page shows after a click may take long on two busy cores; a second would fail for the machine's sake
        expect: { poll: { timeout: 15_000 } },
      }),
    ],
  },
});
