import type { TestProject } from 'vitest/node';
import { whyNoBrowser } from './browser.ts';
import { startServer } from '../support/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a seeded Entente on the embedded store, shared by the journeys that change nothing in it; null where there is no browser. */
    readonly ententeUrl: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const why = whyNoBrowser();
  if (why !== null) {
    console.warn(`End-to-end tests are skipped: ${why}`);
    project.provide('ententeUrl', null);
    return async () => {};
  }
  const server = await startServer();
  project.provide('ententeUrl', server.url);
  return () => server.stop();
}
