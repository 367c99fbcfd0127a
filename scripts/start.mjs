/**
 * `node scripts/start.mjs ENTRY [arguments]`: builds what is not built or older than its sources, then runs
 * `dist/server/ENTRY.js` in this process. Plain JavaScript with Node's own modules, so that it can say what is
 * missing before anything is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, staleParts } from './build-parts.mjs';

const NEEDED = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace('>=', '');

function isOlder(version, needed) {
  const [a, b] = [version, needed].map((text) => text.split('.').map(Number));
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at !== -1 && a[at] < (b[at] ?? 0);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (isOlder(process.versions.node, NEEDED))
  fail(`Entente needs Node ${NEEDED} or later; this is ${process.versions.node}. See https://nodejs.org`);
if (!existsSync(join(ROOT, 'node_modules', 'express')))
  fail('The dependencies are missing: run `npm ci` first.');

const [entry = 'main', ...rest] = process.argv.slice(2);
const asksHelp = rest.includes('--help') || rest.includes('-h');
// The loader has no use for the client, help for neither.
const parts = staleParts().filter((part) => part === 'server' || (entry === 'main' && !asksHelp));
if (parts.length > 0) {
  // In a process of its own, since the bundler would stay in the server's memory.
  const args = [join(ROOT, 'scripts', 'build.mjs'), ...parts];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const file = join(ROOT, 'dist', 'server', `${entry}.js`);
if (!existsSync(file)) fail(`There is no ${entry} to start.`);
// As if it had been called itself, so that it reads its own arguments.
process.argv.splice(1, process.argv.length, file, ...rest);
await import(pathToFileURL(file).href);
