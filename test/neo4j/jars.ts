/** Finds or fetches what a Neo4j needs to run: a Java and the server's jars, kept in a cache outside the checkout. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, fetchWithMaven, NotFetched } from '../support/maven.ts';

const execute = promisify(execFile);

/** What is not on this machine, and how to get it, in one line. */
export class Neo4jMissing extends Error {
  override readonly name = 'Neo4jMissing';
}

/** The oldest and the newest Java that run this version. */
function javaRange(version: string): readonly [number, number] {
  if (version.startsWith('4.')) return [11, 17];
  return [version.startsWith('5.') ? 17 : 21, Infinity];
}

/** The feature release of a Java (`17`), or null where `java` does not run. */
async function javaRelease(java: string): Promise<number | null> {
  try {
    const { stderr, stdout } = await execute(java, ['-version']);
    const release = /version "(\d+)/.exec(stderr + stdout)?.[1];
    return release === undefined ? null : Number(release);
  } catch {
    return null;
  }
}

/**
 * The `java` to run this Neo4j with: `JAVA_HOME`, the one on the path, then those that lie beside it.
 * @throws Neo4jMissing
 */
export async function findJava(version: string): Promise<string> {
  const home = process.env.JAVA_HOME;
  const installed = '/usr/lib/jvm';
  const candidates = [
    ...(home === undefined ? [] : [join(home, 'bin/java')]),
    'java',
    ...(existsSync(installed) ? readdirSync(installed).map((name) => join(installed, name, 'bin/java')) : []),
  ];
  const [oldest, newest] = javaRange(version);
  for (const java of candidates) {
    const release = await javaRelease(java);
    if (release !== null && release >= oldest && release <= newest) return java;
  }
  throw new Neo4jMissing(
    `Neo4j ${version} needs Java ${oldest} ${newest === Infinity ? 'or later' : `to ${newest}`}: install it (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME`,
  );
}

/**
 * The folder with the jars of this Neo4j, fetched by Maven the first time (123 MB).
 * @throws Neo4jMissing
 */
export async function findJars(version: string): Promise<string> {
  try {
    return await fetchWithMaven(
      `Neo4j ${version}`,
      cacheFolder(`neo4j-${version}`, 'lib'),
      join(import.meta.dirname, 'pom.xml'),
      (into) => [
        `-Dneo4j.version=${version}`,
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${into}`,
      ],
    );
  } catch (error) {
    throw error instanceof NotFetched ? new Neo4jMissing(error.message, { cause: error }) : error;
  }
}
