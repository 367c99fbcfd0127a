/**
 * `npm run dev -- [settings]`: the server, started again when its sources change, and Vite's server for the client, which
 * sends /api and /db on to it. Both end with this process, and this process with either.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build-parts.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const start = (command, args) => spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });

const children = [
  start(bin('tsx'), ['watch', '--include', 'cypher/**', 'server/main.ts', ...process.argv.slice(2)]),
  start(bin('vite'), ['--clearScreen', 'false']),
];
let ending = false;
function end(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}
for (const child of children) {
  child.on('exit', (code) => end(code ?? 0));
  child.on('error', (error) => {
    console.error(error.message);
    end(1);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
