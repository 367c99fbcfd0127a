/** Entente as a user starts it: `scripts/start.mjs` in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../server/root.ts';

export interface EntenteProcess {
  readonly stdout: string;
  readonly stderr: string;
  /** The address it printed, without a slash at its end; null where it ended before. */
  readonly url: string | null;
  readonly pid: number;
  /** The exit code, once it has ended by itself or by `signal`. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the server; resolves when it has printed its address or has ended. The port is a free one unless the arguments name one. */
export async function entente(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<EntenteProcess> {
  const started = launch('main', args, env);
  await started.settled;
  return started;
}

/** Starts an entry and waits for nothing. */
export function launch(
  entry: 'main' | 'load',
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): EntenteProcess & { readonly settled: Promise<unknown> } {
  // Only what is said here: the settings of whoever runs the tests are not theirs.
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ENTENTE|NEO4J)_|^(HOST|PORT)$/.test(name)),
  );
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), entry, ...args], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  let url: string | null = null;
  const exited = once(child, 'close').then(() => child.exitCode);
  const ready = new Promise<void>((resolve) => {
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        output[name] += chunk;
        url = /is ready at (http:\S+)\//.exec(output.stdout)?.[1] ?? null;
        if (url !== null) resolve();
      });
  });
  return {
    settled: Promise.race([ready, exited]),
    get stdout() {
      return output.stdout;
    },
    get stderr() {
      return output.stderr;
    },
    get url() {
      return url;
    },
    pid: child.pid ?? 0,
    end: (signal) => {
      if (signal !== undefined) child.kill(signal);
      return exited;
    },
  };
}
