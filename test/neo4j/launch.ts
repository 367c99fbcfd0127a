/**
 * Starts a real Neo4j Community for tests: a process of its own, on free loopback ports, in a temporary folder, with
 * Bolt and HTTP (whose Query API is the reference for ours). It dies with the process that started it.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../support/free-port.ts';
import { findJars, findJava, Neo4jMissing } from './jars.ts';

/** The releases that the contract suite is run against: long-term support (Java 17), and the calendar's (Java 21). */
export const NEO4J_LTS = '5.26.30';
export const NEO4J_CURRENT = '2026.08.1';
/** The last release before the oldest that Entente works on. */
export const NEO4J_TOO_OLD = '4.4.48';
const USERNAME = 'neo4j';
const PASSWORD = 'loopback-only';
/** Five seconds on an idle machine; a busy one was seen to take 23. */
const START_TIMEOUT_MS = 120_000;

export interface Neo4jServer {
  /** Bolt, `neo4j://127.0.0.1:…`. */
  readonly uri: string;
  /** HTTP, without a slash at its end. */
  readonly httpUri: string;
  readonly username: string;
  readonly password: string;
  /** Kills the server and removes its folder; nothing happens the second time. */
  stop(): Promise<void>;
}

/**
 * A new Neo4j; in the place of the LTS release, the one that `NEO4J_TEST_URI` names, where it is set
 * (with `NEO4J_TEST_USERNAME`, `NEO4J_TEST_PASSWORD`, `NEO4J_TEST_HTTP_URI`).
 *
 * @param version a Neo4j release on Maven Central; default {@link NEO4J_LTS}
 * @throws Neo4jMissing Java, Maven or the jars are not to be had on this machine
 */
export async function launchNeo4j(version: string = NEO4J_LTS): Promise<Neo4jServer> {
  const given = version === NEO4J_LTS ? givenNeo4j() : null;
  return given ?? (await startNeo4j(version));
}

/**
 * The same, for tests that are skipped where it is not to be had: gives the reason, and says it on the console.
 * Under `CI=true` that is a failure.
 */
export async function launchOrSkip(version: string): Promise<Neo4jServer | { readonly missing: string }> {
  try {
    return await launchNeo4j(version);
  } catch (error) {
    if (!(error instanceof Neo4jMissing) || process.env.CI === 'true') throw error;
    console.warn(`skipped on Neo4j ${version}: ${error.message}`);
    return { missing: error.message };
  }
}

function givenNeo4j(): Neo4jServer | null {
  const uri = process.env.NEO4J_TEST_URI;
  if (uri === undefined || uri === '') return null;
  return {
    uri,
    httpUri: process.env.NEO4J_TEST_HTTP_URI ?? `http://${new URL(uri).hostname}:7474`,
    username: process.env.NEO4J_TEST_USERNAME ?? USERNAME,
    password: process.env.NEO4J_TEST_PASSWORD ?? PASSWORD,
    stop: () => Promise.resolve(),
  };
}

async function startNeo4j(version: string): Promise<Neo4jServer> {
  const java = await findJava(version);
  const classpath = join(await findJars(version), '*');
  const home = await mkdtemp(join(tmpdir(), 'entente-neo4j-'));
  const conf = join(home, 'conf');
  const [boltPort, httpPort] = [await freePort(), await freePort()];
  await mkdir(conf);
  await writeFile(join(conf, 'neo4j.conf'), settings(version, boltPort, httpPort));
  const setPassword = isFour(version) ? ['set-initial-password'] : ['dbms', 'set-initial-password'];
  await promisify(execFile)(java, ['-cp', classpath, 'org.neo4j.cli.AdminTool', ...setPassword, PASSWORD], {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf },
  });
  const command = [java, ...jvmOptions(version), '-cp', classpath, mainClass(version)];
  const guard = spawnGuarded(home, [...command, `--home-dir=${home}`, `--config-dir=${conf}`]);
  const server: Neo4jServer = {
    uri: `neo4j://127.0.0.1:${boltPort}`,
    httpUri: `http://127.0.0.1:${httpPort}`,
    username: USERNAME,
    password: PASSWORD,
    stop: async () => {
      if (guard.exitCode !== null) return;
      guard.stdin?.destroy();
      await once(guard, 'exit');
    },
  };
  try {
    await untilReady(version, server, guard);
  } catch (error) {
    const log = await readFile(join(home, 'console.log'), 'utf8').catch(() => '');
    await server.stop();
    await rm(home, { recursive: true, force: true });
    throw new Error(`Neo4j ${version} did not start: ${log.slice(-2000)}`, { cause: error });
  }
  return server;
}

const isFour = (version: string): boolean => version.startsWith('4.');
const isCalendar = (version: string): boolean => !/^[45]\./.test(version);

/** What is set is the same in every release; Neo4j 5 renamed most of it. */
const settings = (version: string, boltPort: number, httpPort: number): string =>
  isFour(version)
    ? `dbms.default_listen_address=127.0.0.1
dbms.connector.bolt.listen_address=127.0.0.1:${boltPort}
dbms.connector.http.enabled=true
dbms.connector.http.listen_address=127.0.0.1:${httpPort}
dbms.connector.https.enabled=false
dbms.memory.pagecache.size=64m
dbms.tx_log.preallocate=false
`
    : `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${boltPort}
server.http.enabled=true
server.http.listen_address=127.0.0.1:${httpPort}
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
`;

function jvmOptions(version: string): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch'];
  if (isFour(version)) opened.push('java.lang');
  const opens = opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  // the first compiler only: tests end before the second one would pay
  const options = ['-Xms256m', '-Xmx1g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...opens];
  // Java 11, which runs Neo4j 4, does not know it
  if (!isFour(version)) options.push('--enable-native-access=ALL-UNNAMED');
  if (isCalendar(version)) options.push('--add-modules=jdk.incubator.vector');
  return options;
}

const mainClass = (version: string): string =>
  isCalendar(version) ? 'org.neo4j.server.Neo4jCommunity' : 'org.neo4j.server.CommunityEntryPoint';

/**
 * Runs `command` under a shell that kills it, by SIGKILL, and removes `home` once its standard input ends: when we
 * close it, and also when we die however we die. (SIGTERM takes 12 s, and SIGKILL loses nothing that was committed.)
 */
function spawnGuarded(home: string, command: string[]): ChildProcess {
  const script = `
    exec 3<&0 </dev/null
    "$@" & server=$!
    { cat >/dev/null; kill -9 $server; } <&3 2>/dev/null & watch=$!
    exec 3<&-
    wait $server
    kill $watch 2>/dev/null
    rm -rf "$ENTENTE_NEO4J_HOME"`;
  const log = openSync(join(home, 'console.log'), 'a');
  const guard = spawn('sh', ['-c', script, 'sh', ...command], {
    stdio: ['pipe', log, log],
    env: { ...process.env, ENTENTE_NEO4J_HOME: home },
    // a group of its own: Ctrl-C in the terminal reaches us, and through us the server
    detached: true,
  });
  closeSync(log);
  guard.stdin?.on('error', () => {});
  return guard;
}

/** HTTP comes up after Bolt, so a statement that HTTP answers means that both do. */
async function untilReady(version: string, server: Neo4jServer, process: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  const authorization = `Basic ${Buffer.from(`${server.username}:${server.password}`).toString('base64')}`;
  const statement = 'RETURN 1';
  const [path, body] = isFour(version)
    ? ['tx/commit', { statements: [{ statement }] }]
    : ['query/v2', { statement }];
  for (;;) {
    const reply = await fetch(`${server.httpUri}/db/neo4j/${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch((error: unknown) => error);
    if (reply instanceof Response && reply.ok) return;
    if (process.exitCode !== null) throw new Error(`it ended with status ${process.exitCode}`);
    if (Date.now() > deadline)
      throw new Error(`no answer within ${START_TIMEOUT_MS / 1000} s`, { cause: reply });
    await sleep(100);
  }
}
