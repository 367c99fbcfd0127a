/**
 * Reads the settings once, at the start: a flag wins over its environment variable, an empty variable counts as
 * not given. The rest of the server gets `Settings`.
 */
import { isIP } from 'node:net';
import { Command, CommanderError } from 'commander';
import type { LOG_LEVELS } from './setting-definitions.ts';
import { DEFINITIONS, SettingTexts } from './setting-definitions.ts';
import type { SettingKey } from './setting-definitions.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Undefined for the user's home database. */
  readonly database: string | undefined;
}

export interface Settings {
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Host names by which the server may be addressed, beside the loopback names, IP addresses and `host`. */
  readonly allowedHosts: readonly string[];
  /** Absolute path of the folder of the embedded store and of the kept views. */
  readonly dataFolder: string;
  /** Absolute path of the folder that LOAD CSV may read in the embedded store; undefined where it may read none. */
  readonly importFolder?: string | undefined;
  readonly storiesFolder?: string | undefined;
  /** Null where everyone who reaches the server may use it. */
  readonly token: string | null;
  readonly allowWrites: boolean;
  /** `auto` seeds an empty graph, `always` any graph (it is merged), `never` none. */
  readonly seed: 'auto' | 'always' | 'never';
  /** Null where the embedded store is used. */
  readonly neo4j: Neo4jSettings | null;
  readonly queryTimeoutMs: number;
  readonly exportTimeoutMs: number;
  readonly maxRows: number;
  readonly maxBodyBytes: number;
  /** What one statement of the embedded store may hold in memory. */
  readonly maxMemoryBytes: number;
  /** What all kept views together may take on disk. */
  readonly maxViewsBytes: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** What was set cannot be used; `lines` has one clear line for each fault. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** `--help` or `--version` was asked for: `text` is to be printed, and nothing started. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

/** What a command takes beside the settings: `load FILE --errors FILE`. */
export interface CommandLine {
  readonly name: string;
  readonly description: string;
  /** The settings it knows; all of them where not given. */
  readonly settings?: readonly SettingKey[];
  /** Adds arguments and options of its own. */
  readonly extend?: (command: Command) => void;
}

export const SERVER_COMMAND: CommandLine = {
  name: 'npm start --',
  description: 'Starts Entente: a graph explorer of actors and relationships.',
};

const ALL_KEYS = Object.keys(DEFINITIONS) as SettingKey[];

/**
 * Reads flags and environment.
 *
 * @param argv what follows the program's name
 * @returns the settings, and what `extend` added (`args`, `options` by commander's names)
 * @throws SettingsError with a line for each fault; HelpAsked
 */
export function readSettings(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  line: CommandLine = SERVER_COMMAND,
): { settings: Settings; args: readonly string[]; options: Readonly<Record<string, unknown>> } {
  const keys = line.settings ?? ALL_KEYS;
  const command = parseFlags(argv, line, keys);
  const flags: Readonly<Record<string, unknown>> = command.opts();

  const texts: Partial<Record<SettingKey, string>> = {};
  const givenAs: Partial<Record<SettingKey, string>> = {};
  for (const key of ALL_KEYS) {
    const { flag, env: variable, default: preset } = DEFINITIONS[key];
    const flagged = keys.includes(key) ? flagText(key, flags) : undefined;
    const text = flagged ?? (env[variable] || preset);
    if (text !== undefined) texts[key] = text;
    givenAs[key] = flagged === undefined ? variable : flag.split(' ')[0];
  }
  const parsed = SettingTexts.safeParse(texts);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const key = issue.path[0] as SettingKey;
      const shown = DEFINITIONS[key].secret === true ? 'what was given' : JSON.stringify(texts[key]);
      return `${givenAs[key]}: ${shown} ${issue.message}`;
    });
    throw new SettingsError(faults);
  }
  const { neo4jUri, neo4jUsername, neo4jPassword, neo4jDatabase, ...read } = parsed.data;
  const settings: Settings = {
    ...read,
    token: read.token ?? null,
    neo4j:
      neo4jUri === undefined
        ? null
        : { uri: neo4jUri, username: neo4jUsername, password: neo4jPassword, database: neo4jDatabase },
  };
  if (keys.includes('host') && settings.token === null && !isLoopback(settings.host))
    throw new SettingsError([
      `${givenAs.host}: ${settings.host} can be reached by others, so a token is needed: set ENTENTE_TOKEN, or listen on 127.0.0.1`,
    ]);
  return { settings, args: command.args, options: flags };
}

function parseFlags(argv: readonly string[], line: CommandLine, keys: readonly SettingKey[]): Command {
  let output = '';
  const collect = (part: string) => {
    output += part;
  };
  const command = new Command(line.name)
    .description(line.description)
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ helpWidth: 110 })
    .configureOutput({ writeOut: collect, writeErr: collect })
    .exitOverride();
  line.extend?.(command);
  for (const key of keys) {
    const { flag, negativeFlag, env, default: preset = '', meaning } = DEFINITIONS[key];
    command.option(flag, `${meaning} (${env}${preset === '' ? '' : `, default ${preset}`})`);
    if (negativeFlag !== undefined) command.option(negativeFlag, `the same as ${env}=false`);
  }
  try {
    return command.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) throw new HelpAsked(output);
    throw new SettingsError([error.message.replace(/^error: /, '').replaceAll('\n', ' ')]);
  }
}

/** What a flag gives, as its variable would; undefined where the flag is not there. */
function flagText(key: SettingKey, flags: Readonly<Record<string, unknown>>): string | undefined {
  // `--query-timeout <seconds>` is `queryTimeout` among commander's options
  const name = DEFINITIONS[key].flag
    .replace(/^--| .*$/g, '')
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const value = flags[name];
  if (value === undefined) return undefined;
  if (key === 'seed') return value === true ? 'always' : 'false';
  return String(value);
}

/** True where only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}
