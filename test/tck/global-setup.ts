/** Fetches the TCK once. Where Maven is missing the suite is skipped with a line that says why; under `CI=true` that is a failure. */
import type { TestProject } from 'vitest/node';
import { NotFetched } from '../support/maven.ts';
import { fetchTck } from './features.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The unpacked TCK, or null where it could not be fetched. */
    tckFolder: string | null;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  try {
    project.provide('tckFolder', await fetchTck());
  } catch (error) {
    if (!(error instanceof NotFetched) || process.env.CI === 'true') throw error;
    console.warn(`skipped the openCypher TCK: ${error.message}`);
    project.provide('tckFolder', null);
  }
}
