/**
 * Every setting: its flag, environment variable, default and meaning, and the type that its text is parsed with.
 * `--help` and the messages of faults are made from this table.
 */
import { resolve } from 'node:path';
import { z } from 'zod';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30 };

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, 'is not a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `is not between ${min} and ${max}`);
const bytes = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^\d{1,9}\s*(b|kb|mb|gb)?$/, 'is not a size such as 512kb, 16mb or 1gb')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[text.replace(/[\d\s]/g, '')] ?? 1))
  .refine((n) => n > 0, 'is not above 0');
const seconds = wholeNumber(1, 86_400).transform((n) => n * 1000);
const YES = new Set(['true', '1', 'yes', 'on']);
const NO = new Set(['false', '0', 'no', 'off']);
const yesOrNo = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => YES.has(text) || NO.has(text), 'is neither true nor false')
  .transform((text) => YES.has(text));
const text = z.string().trim().min(1, 'is empty');

const NEO4J_SCHEMES = ['neo4j:', 'neo4j+s:', 'neo4j+ssc:', 'bolt:', 'bolt+s:', 'bolt+ssc:'];
const neo4jUri = text.refine((uri) => {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  return url !== null && NEO4J_SCHEMES.includes(url.protocol) && url.hostname !== '';
}, 'is no Neo4j address such as neo4j://localhost:7687 or neo4j+s://example.databases.neo4j.io');
const hostNames = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  )
  .refine(
    (names) => names.every((name) => /^[a-z0-9._-]+$/.test(name)),
    'is not a list of host names, separated by commas and without ports',
  );
const seedMode = z
  .string()
  .trim()
  .toLowerCase()
  .refine((mode) => mode === 'auto' || mode === 'always' || YES.has(mode) || NO.has(mode), {
    message: 'is none of true, false, always',
  })
  .transform((mode) => (mode === 'always' ? 'always' : NO.has(mode) ? 'never' : 'auto'));

/** What each setting's text must be, and what it becomes. */
export const SettingTexts = z.object({
  host: text,
  port: wholeNumber(0, 65_535),
  allowedHosts: hostNames,
  token: text.optional(),
  allowWrites: yesOrNo,
  dataFolder: text.transform((folder) => resolve(folder)),
  importFolder: text.transform((folder) => resolve(folder)).optional(),
  storiesFolder: text.transform((folder) => resolve(folder)).optional(),
  seed: seedMode,
  neo4jUri: neo4jUri.optional(),
  neo4jUsername: text,
  neo4jPassword: z.string(),
  neo4jDatabase: text.optional(),
  queryTimeoutMs: seconds,
  exportTimeoutMs: seconds,
  maxRows: wholeNumber(1, 1e9),
  maxBodyBytes: bytes,
  maxMemoryBytes: bytes,
  maxViewsBytes: bytes,
  logLevel: z.enum(LOG_LEVELS, 'is no log level'),
});

export interface Definition {
  /** In commander's notation. */
  readonly flag: string;
  /** The flag that says no, where there is one. */
  readonly negativeFlag?: string;
  readonly env: string;
  /** As its variable would give it; undefined where there is none. */
  readonly default?: string;
  readonly meaning: string;
  /** True where a message must not show the value. */
  readonly secret?: boolean;
}

/** In the order in which `--help` tells them. */
export const DEFINITIONS: Readonly<Record<SettingKey, Definition>> = {
  host: {
    flag: '--host <address>',
    env: 'HOST',
    default: '127.0.0.1',
    meaning: 'address to listen on; any but loopback needs a token',
  },
  port: {
    flag: '--port <number>',
    env: 'PORT',
    default: '4747',
    meaning: 'port to listen on; 0 takes a free one',
  },
  allowedHosts: {
    flag: '--allow-host <names>',
    env: 'ENTENTE_ALLOWED_HOSTS',
    default: '',
    meaning: 'host names, separated by commas, by which a proxy or a network reaches the server',
  },
  token: {
    flag: '--token <secret>',
    env: 'ENTENTE_TOKEN',
    secret: true,
    meaning: 'what users must show: Authorization: Bearer <secret>, or ?token=<secret> once in the browser',
  },
  allowWrites: {
    flag: '--allow-writes',
    env: 'ENTENTE_ALLOW_WRITES',
    default: 'false',
    meaning: 'let statements change the graph',
  },
  dataFolder: {
    flag: '--data <folder>',
    env: 'ENTENTE_DATA',
    default: './data',
    meaning: 'folder of the embedded store, and of the views that users keep',
  },
  importFolder: {
    flag: '--import-folder <folder>',
    env: 'ENTENTE_IMPORT',
    meaning: 'folder whose files LOAD CSV may read in the embedded store; where not given, it reads none',
  },
  storiesFolder: {
    flag: '--stories <folder>',
    env: 'ENTENTE_STORIES',
    meaning:
      'folder of the stories that the page offers, one JSON file each; where not given, those that come with Entente',
  },
  seed: {
    flag: '--seed',
    negativeFlag: '--no-seed',
    env: 'ENTENTE_SEED',
    default: 'true',
    meaning:
      'true: seed a graph that is empty; always (--seed): add the seed to what is there; false (--no-seed): never',
  },
  neo4jUri: {
    flag: '--neo4j-uri <uri>',
    env: 'NEO4J_URI',
    meaning: 'use this Neo4j instead of the embedded store',
  },
  neo4jUsername: {
    flag: '--neo4j-username <name>',
    env: 'NEO4J_USERNAME',
    default: 'neo4j',
    meaning: 'Neo4j user',
  },
  neo4jPassword: {
    flag: '--neo4j-password <secret>',
    env: 'NEO4J_PASSWORD',
    default: '',
    secret: true,
    meaning: 'Neo4j password; the variable keeps it out of the process list',
  },
  neo4jDatabase: {
    flag: '--neo4j-database <name>',
    env: 'NEO4J_DATABASE',
    meaning: 'Neo4j database; where not given, the home database of the user',
  },
  queryTimeoutMs: {
    flag: '--query-timeout <seconds>',
    env: 'ENTENTE_QUERY_TIMEOUT',
    default: '30',
    meaning: 'seconds after which a statement is stopped',
  },
  exportTimeoutMs: {
    flag: '--export-timeout <seconds>',
    env: 'ENTENTE_EXPORT_TIMEOUT',
    default: '600',
    meaning: 'seconds after which an export is stopped',
  },
  maxRows: {
    flag: '--max-rows <number>',
    env: 'ENTENTE_MAX_ROWS',
    default: '100000',
    meaning: 'rows after which the result of a statement is cut; exports are not cut',
  },
  maxBodyBytes: {
    flag: '--max-body <size>',
    env: 'ENTENTE_MAX_BODY',
    default: '16mb',
    meaning: 'largest request body',
  },
  maxMemoryBytes: {
    flag: '--max-memory <size>',
    env: 'ENTENTE_MAX_MEMORY',
    default: '512mb',
    meaning:
      'memory that one statement may hold in the embedded store; all together may hold half of what Node may use',
  },
  maxViewsBytes: {
    flag: '--max-views <size>',
    env: 'ENTENTE_MAX_VIEWS',
    default: '256mb',
    meaning: 'what all views that users keep to share them may take on disk',
  },
  logLevel: {
    flag: '--log-level <level>',
    env: 'ENTENTE_LOG_LEVEL',
    default: 'warn',
    meaning: `what is logged, to standard error: ${LOG_LEVELS.join(', ')}`,
  },
};

export type SettingKey = keyof z.infer<typeof SettingTexts>;
