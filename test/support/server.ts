import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entente } from './entente-process.ts';

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** Stops it as Ctrl-C does, and waits. */
  stop(): Promise<void>;
}

/**
 * Starts Entente as a user does, on a free port of the loopback unless a `PORT` is given; resolves when it has printed its address.
 * Without an `ENTENTE_DATA` of the caller's it has a data folder of its own, removed when it is stopped.
 *
 * @throws where it ends before it is ready, with what it said
 */
export async function startServer(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const own =
    environment['ENTENTE_DATA'] === undefined ? await mkdtemp(join(tmpdir(), 'entente-data-')) : null;
  const { url, pid, stdout, stderr, end } = await entente(args, {
    ...(own === null ? {} : { ENTENTE_DATA: own }),
    ...environment,
  });
  if (url === null) throw new Error(`the server ended before it was ready:\n${stdout}${stderr}`);
  return {
    url,
    pid,
    async stop() {
      await end('SIGTERM');
      if (own !== null) await rm(own, { recursive: true, force: true });
    },
  };
}
