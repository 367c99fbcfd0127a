/**
 * Starts, once for all test files of the suite, the two Neo4j it is run against: the LTS release and the current one.
 * Where Java or Maven is missing their tests are skipped with a line that says why; under `CI=true` that is a failure.
 */
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { launchOrSkip, NEO4J_CURRENT, NEO4J_LTS, type Neo4jServer } from '../neo4j/launch.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running: Neo4jServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const provide = async (name: keyof ProvidedContext, version: string): Promise<void> => {
    const server = await launchOrSkip(version);
    if ('missing' in server) return project.provide(name, server);
    running.push(server);
    const { uri, httpUri, username, password } = server;
    project.provide(name, { uri, httpUri, username, password });
  };
  const started = await Promise.allSettled([
    provide('neo4jLts', NEO4J_LTS),
    provide('neo4jCurrent', NEO4J_CURRENT),
  ]);
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return stop;
}
