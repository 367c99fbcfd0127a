import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Stops it as Ctrl-C does, and waits. */
  stop(): Promise<void>;
}

/**
 * Starts Entente as a user does, on a free port of the loopback unless a `PORT` is given; resolves when it has printed its address.
 * Without an `ENTENTE_DATA` of the caller's it has a data folder of its own, removed when it is stopped.
 */
export async function startServer(
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const own =
    environment['ENTENTE_DATA'] === undefined ? await mkdtemp(join(tmpdir(), 'entente-data-')) : null;
  const port = Number(environment['PORT'] ?? (await freePort()));
  const child = spawn(process.execPath, ['scripts/start.mjs', 'main', ...args], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      ...(own === null ? {} : { ENTENTE_DATA: own }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  await new Promise<void>((ready, fail) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(url)) ready();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) =>
      fail(new Error(`the server ended with ${code} before it was ready:\n${output}`)),
    );
  });
  return {
    url,
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      if (own !== null) await rm(own, { recursive: true, force: true });
    },
  };
}
