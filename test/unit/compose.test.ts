import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What `docker-compose config` makes of our file, or its complaint. */
async function config(secrets: Record<string, string>): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...secrets };
  try {
    return (await run('docker-compose', ['config'], { cwd: root, env })).stdout;
  } catch (error) {
    return String((error as { stderr: string }).stderr);
  }
}

async function installed(): Promise<boolean> {
  try {
    await run('docker-compose', ['version']);
    return true;
  } catch {
    if (process.env['CI'] === 'true')
      throw new Error('docker-compose is missing: install it to check docker-compose.yml');
    console.warn('docker-compose.yml: not checked. docker-compose is missing.');
    return false;
  }
}

describe.skipIf(!(await installed()))('docker-compose.yml', () => {
  it('is valid, and starts Entente when Neo4j is healthy', async () => {
    const valid = await config({ NEO4J_PASSWORD: 'correct horse', ENTENTE_TOKEN: 'battery staple' });
    expect(valid).toContain('condition: service_healthy');
    expect(valid).toContain('NEO4J_PASSWORD: correct horse');
  });

  it('has no password or token of its own: it says which one to set', async () => {
    expect(await config({ ENTENTE_TOKEN: 'x' })).toContain('set NEO4J_PASSWORD');
    expect(await config({ NEO4J_PASSWORD: 'x' })).toContain('set ENTENTE_TOKEN');
  });
});
