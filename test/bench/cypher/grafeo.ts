/**
 * The peer among npm's graph databases. It cannot stand in our lock file (docs/decisions/2026-11-lock-file-for-every-platform.md),
 * so it is fetched once, at a fixed version, into the tests' cache.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../support/maven.ts';
import { converted, type Engine } from './engine.ts';

const VERSION = '0.6.0';
const PACKAGE = '@grafeo-db/js';

/** The part of its API that is used; `create` opens what is there already. */
interface Grafeo {
  executeCypher(statement: string, parameters?: unknown): Promise<{ rows(): unknown[][]; length: number }>;
  close(): void;
}

/** The folder to require it from, filled by npm the first time. @throws npm could not fetch it */
export async function fetchGrafeo(): Promise<string> {
  const folder = cacheFolder('npm', `grafeo-${VERSION}`);
  if (existsSync(join(folder, 'node_modules', PACKAGE))) return folder;
  await mkdir(folder, { recursive: true });
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  await promisify(execFile)('npm', ['install', '--prefix', folder, ...options, `${PACKAGE}@${VERSION}`]);
  return folder;
}

/** Grafeo over a database file, its writes logged before they are acknowledged, as it does by itself. */
export async function openGrafeo(file: string): Promise<Engine> {
  const require = createRequire(join(await fetchGrafeo(), 'package.json'));
  const { GrafeoDB } = require(PACKAGE) as {
    GrafeoDB: { create(file: string): Grafeo; open(file: string): Grafeo };
  };
  const db = existsSync(file) ? GrafeoDB.open(file) : GrafeoDB.create(file);
  return {
    // its constraints check, but find nothing: 2,000 lookups took 28 s beside 0.1 s
    indexId: (label) => `CREATE INDEX ${label.toLowerCase()}_id FOR (node:${label}) ON (node.id)`,
    parameters: (plain) => converted(plain, Number),
    async run(statement, parameters) {
      return (await db.executeCypher(statement, parameters)).rows();
    },
    plain: (row) => row as readonly unknown[],
    async drain(statement) {
      return (await db.executeCypher(statement)).rows().length;
    },
    async close() {
      db.close();
    },
  };
}
