import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HelpAsked, SettingsError, isLoopback, readSettings } from '../../../server/settings.ts';
import { DEFINITIONS } from '../../../server/setting-definitions.ts';

const faultsOf = (argv: readonly string[], env: NodeJS.ProcessEnv = {}): readonly string[] => {
  try {
    readSettings(argv, env);
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
  return [];
};

describe('settings', () => {
  it('have a default each', () => {
    expect(readSettings([], {}).settings).toEqual({
      host: '127.0.0.1',
      port: 4747,
      allowedHosts: [],
      dataFolder: resolve('data'),
      token: null,
      allowWrites: false,
      seed: 'auto',
      neo4j: null,
      queryTimeoutMs: 30_000,
      exportTimeoutMs: 600_000,
      maxRows: 100_000,
      maxBodyBytes: 16 * 1024 * 1024,
      maxMemoryBytes: 512 * 1024 * 1024,
      maxViewsBytes: 256 * 1024 * 1024,
      logLevel: 'warn',
    });
  });

  it('are read from the environment, and an empty variable counts as not given', () => {
    const { settings } = readSettings([], {
      PORT: '8080',
      HOST: '',
      ENTENTE_DATA: '/tmp/graph',
      ENTENTE_TOKEN: 'secret',
      ENTENTE_ALLOW_WRITES: 'yes',
      ENTENTE_SEED: 'off',
      ENTENTE_QUERY_TIMEOUT: '5',
      ENTENTE_MAX_BODY: '2 MB',
      NEO4J_URI: 'neo4j+s://example.databases.neo4j.io',
      NEO4J_PASSWORD: 'x',
    });
    expect(settings).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: '/tmp/graph',
      token: 'secret',
      allowWrites: true,
      seed: 'never',
      queryTimeoutMs: 5000,
      maxBodyBytes: 2 * 1024 * 1024,
      neo4j: {
        uri: 'neo4j+s://example.databases.neo4j.io',
        username: 'neo4j',
        password: 'x',
        database: undefined,
      },
    });
  });

  it('given as flags win over the environment', () => {
    const env = { PORT: '8080', ENTENTE_SEED: 'false', ENTENTE_ALLOW_WRITES: 'false' };
    expect(readSettings(['--port', '0', '--seed', '--allow-writes'], env).settings).toMatchObject({
      port: 0,
      seed: 'always',
      allowWrites: true,
    });
    expect(readSettings(['--no-seed'], { ENTENTE_SEED: 'true' }).settings.seed).toBe('never');
  });

  it('that cannot be used get a line each, which names them as they were given', () => {
    expect(
      faultsOf(['--port', '99999'], { ENTENTE_MAX_ROWS: 'many', NEO4J_URI: 'http://localhost:7474' }),
    ).toEqual([
      '--port: "99999" is not between 0 and 65535',
      'NEO4J_URI: "http://localhost:7474" is no Neo4j address such as neo4j://localhost:7687 or neo4j+s://example.databases.neo4j.io',
      'ENTENTE_MAX_ROWS: "many" is not a whole number',
    ]);
    expect(faultsOf(['--allow-write'])).toEqual([
      "unknown option '--allow-write' (Did you mean --allow-writes?)",
    ]);
    expect(faultsOf([], { ENTENTE_SEED: 'maybe' })).toEqual([
      'ENTENTE_SEED: "maybe" is none of true, false, always',
    ]);
  });

  it('do not allow others to reach a server without a token', () => {
    expect(faultsOf(['--host', '0.0.0.0'])).toEqual([
      '--host: 0.0.0.0 can be reached by others, so a token is needed: set ENTENTE_TOKEN, or listen on 127.0.0.1',
    ]);
    expect(faultsOf([], { HOST: '::', ENTENTE_TOKEN: '' })).toHaveLength(1);
    expect(faultsOf([], { HOST: '0.0.0.0', ENTENTE_TOKEN: 'secret' })).toEqual([]);
  });

  it('are all told by --help, with variable and default', () => {
    let help = '';
    try {
      readSettings(['--help'], {});
    } catch (error) {
      expect(error).toBeInstanceOf(HelpAsked);
      help = (error as HelpAsked).message.replace(/\s+/g, ' ');
    }
    for (const { flag, env, default: preset = '' } of Object.values(DEFINITIONS)) {
      expect(help).toContain(flag);
      expect(help).toContain(preset === '' ? `${env})` : `${env}, default ${preset})`);
    }
  });
});

describe('loopback', () => {
  it('is what only this machine reaches', () => {
    expect(['127.0.0.1', '127.8.8.8', 'localhost', 'LOCALHOST', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.evil.org', ''].some(isLoopback)).toBe(false);
  });
});
