/** Starts the server: settings → store → schema and seed → app → listen. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { join, relative } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { OverviewQuery } from './contract/parameters.ts';
import { KeptAnswers } from './kept-answers.ts';
import { createLogger } from './logger.ts';
import { loadNamedQueries } from './named-queries.ts';
import { openStore } from './open-store.ts';
import { ROOT } from './root.ts';
import { prepareStore, prepareWhenReachable } from './seed.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { tellStartFailure } from './start-failure.ts';
import type { Store } from './store/store.ts';

/** How long replies that are under way may take to end when the server stops. */
const GRACE_MS = 3000;

/** Resolves when the server listens. */
async function start(settings: Settings): Promise<void> {
  const logger = createLogger(settings);
  const stopping = new AbortController();
  const store = await openStore(settings);
  try {
    const cypher = join(ROOT, 'cypher');
    const queries = await loadNamedQueries(join(cypher, 'queries'));
    const questions = await loadNamedQueries(join(cypher, 'queries', 'questions'));
    await prepareOrWait(store, cypher, settings, logger, stopping.signal);
    const clientFolder = join(ROOT, 'dist', 'client');
    const kept = new KeptAnswers(store, queries);
    const app = createApp({
      store,
      queries,
      questions,
      settings,
      logger,
      kept,
      clientFolder,
      stopping: stopping.signal,
    });
    const server = createServer(app);
    await listen(server, settings);
    stopOnSignal(server, store, stopping, logger);
    console.log(await readyLine(server, store, settings));
    void askAhead(kept, settings, stopping.signal);
  } catch (error) {
    stopping.abort();
    await store.close();
    throw error;
  }
}

/** Asks what every first visit asks, and what reads the whole graph, before anyone waits for it. */
async function askAhead(kept: KeptAnswers, settings: Settings, signal: AbortSignal): Promise<void> {
  const options = { timeoutMs: settings.queryTimeoutMs, signal };
  const { limit } = OverviewQuery.parse({});
  try {
    await kept.rows('overview', new Map([['limit', BigInt(limit)]]), options);
    for (const name of [
      'overview-counts',
      'relationship-types',
      'schema-labels',
      'schema-types',
      'schema-properties',
    ])
      // one after another, so that whoever asks something else meanwhile is not held up
      // oxlint-disable-next-line no-await-in-loop
      await kept.rows(name, new Map(), options);
  } catch {
    // whoever asks for it is told
  }
}

/** Waits for the schema and the seed; not for a store that cannot be reached, which is prepared when it comes back. */
async function prepareOrWait(
  store: Store,
  cypher: string,
  settings: Settings,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  let unreachable = (): void => {};
  const untilUnreachable = new Promise<void>((resolve) => (unreachable = resolve));
  const prepared = prepareWhenReachable(
    () => prepareStore(store, cypher, settings.seed, signal),
    (reason) => {
      console.error(`${reason}. Starting all the same: requests get 503 until it can be reached.`);
      unreachable();
    },
    signal,
  );
  const told = prepared.then((seeding) => {
    logger.info({ seeding }, 'store prepared');
    if (seeding === 'other')
      console.error('The graph holds other data, so nothing was seeded; --seed adds the seed graph to it.');
    return seeding;
  });
  await Promise.race([told, untilUnreachable]);
  told.catch((error: unknown) => {
    if (!signal.aborted) logger.error({ err: error }, 'the store could not be prepared');
  });
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
}

async function readyLine(server: Server, store: Store, settings: Settings): Promise<string> {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const host = isIPv6(settings.host) ? `[${settings.host}]` : settings.host;
  const where =
    store.kind === 'embedded' ? `in ${shortPath(settings.dataFolder)}` : `at ${settings.neo4j?.uri}`;
  const size = await store.health().then(
    ({ nodes, relationships }) => `${nodes} nodes, ${relationships} relationships`,
    () => 'not reachable yet',
  );
  return `Entente is ready at http://${host}:${port}/ (${store.kind} store ${where}: ${size})`;
}

/** Relative to where the user is, where it lies there. */
function shortPath(path: string): string {
  const short = relative('', path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** SIGINT and SIGTERM: takes no more requests, ends what is under way, closes the store, and exits with 0. A second signal does not wait. */
function stopOnSignal(server: Server, store: Store, stopping: AbortController, logger: Logger): void {
  const stop = async () => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort(new Error('the server stops'));
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(cut);
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        logger.fatal({ err: error }, 'the server did not stop cleanly');
        process.exit(1);
      });
    });
}

try {
  await start(readSettings(process.argv.slice(2), process.env).settings);
} catch (error) {
  process.exitCode = tellStartFailure(error);
}
