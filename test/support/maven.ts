/** Fetches what only Maven Central has, once, into a cache outside the checkout. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What could not be fetched and how to help it, in one line. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

/** A folder of the tests' cache. */
export const cacheFolder = (...parts: readonly string[]): string =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'entente', ...parts);

/**
 * The folder, filled by Maven the first time.
 *
 * @param what names it in the error
 * @param goal the arguments of `mvn` that fill the folder they are given
 * @throws NotFetched
 */
export async function fetchWithMaven(
  what: string,
  folder: string,
  pom: string,
  goal: (into: string) => readonly string[],
): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  // filled beside and renamed, so that one that was broken off is never taken for a whole one
  const into = await mkdtemp(join(dirname(folder), 'fetching-'));
  try {
    await execute('mvn', ['-q', '-B', '-f', pom, ...goal(into)], { maxBuffer: 16 << 20 });
    if (!existsSync(folder)) await rename(into, folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new NotFetched(
        `${what} is fetched with Maven, which is not here: install it (Debian: apt-get install maven)`,
        { cause: error },
      );
    throw new NotFetched(`Maven could not fetch ${what}: ${reasonOf(error)}`, { cause: error });
  } finally {
    await rm(into, { recursive: true, force: true });
  }
  return folder;
}

/** Maven's first line of complaint; it writes them to its standard output. */
function reasonOf(error: unknown): string {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  return /\[ERROR\].*/.exec(output)?.[0] ?? output.slice(0, 200);
}
