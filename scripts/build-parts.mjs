/** The two things that are built, what they are built from, and whether they are older than that. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const PARTS = {
  client: { built: 'dist/client/index.html', from: ['client', 'graph', 'server/contract'] },
  server: { built: 'dist/server/main.js', from: ['server', 'graph'] },
};
const CONFIGURATION = ['vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** When the newest file at or under a path changed, in ms since 1970; 0 where there is none. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of files that were removed.
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stats.mtimeMs);
}

/** Names of the parts that are not built or older than their sources. */
export function staleParts() {
  return Object.entries(PARTS)
    .filter(([, { built, from }]) => {
      const time = statSync(join(ROOT, built), { throwIfNoEntry: false })?.mtimeMs ?? 0;
      return [...from, ...CONFIGURATION].some((path) => newest(join(ROOT, path)) > time);
    })
    .map(([name]) => name);
}

/** Builds the named parts, telling in a line that it does. */
export async function build(parts) {
  if (parts.length === 0) return;
  console.log(`Building the ${parts.join(' and the ')} …`);
  const { build: viteBuild } = await import('vite');
  // tests that build what is stale have another one, and would get (and weigh) React for developers
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  for (const part of parts) {
    // What marks it as built goes first, so that a build that is broken off is not taken for one.
    rmSync(join(ROOT, PARTS[part].built), { force: true });
    await viteBuild({
      configFile: join(ROOT, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'warn',
      ...(part === 'server' ? { build: { ssr: true } } : {}),
    });
  }
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}
