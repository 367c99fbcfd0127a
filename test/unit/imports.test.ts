import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Which rooms a room may import from, besides itself; the longest matching prefix counts. */
const rules: Record<string, { rooms: readonly string[]; packages: RegExp }> = {
  'graph/': {
    rooms: ['graph/model.ts', 'graph/temporal.ts', 'graph/errors.ts', 'graph/result.ts'],
    packages: /^(?!node:)/,
  },
  'graph/memory/': { rooms: ['graph/*'], packages: /^(?!node:)/ },
  'graph/query/': { rooms: ['graph/*', 'graph/memory/'], packages: /^(?!node:)/ },
  'graph/formats/': { rooms: ['graph/*', 'graph/memory/'], packages: /^(?!node:)/ },
  'graph/layout/': { rooms: ['graph/*', 'graph/memory/'], packages: /^(?!node:)/ },
  'graph/measure/': { rooms: ['graph/*', 'graph/memory/'], packages: /^(?!node:)/ },
  'server/': { rooms: ['graph/', 'package.json'], packages: /^/ },
  'server/contract/': { rooms: ['graph/'], packages: /^zod$/ },
  'client/': { rooms: ['graph/', 'server/contract/'], packages: /^(?!node:|express|lmdb|neo4j-driver)/ },
};

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Every module that a file names in an import, an export or an `import()`. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map(([, statement, call]) => statement ?? call ?? '');
}

function mayImport(file: string, target: string): boolean {
  const room = Object.keys(rules)
    .filter((prefix) => file.startsWith(prefix))
    .toSorted((a, b) => b.length - a.length)[0];
  const rule = room === undefined ? undefined : rules[room];
  if (room === undefined || rule === undefined) return true;
  if (!target.startsWith('.')) return rule.packages.test(target);
  const path = relative(root, resolve(root, dirname(file), target));
  if (path.startsWith(room)) return true;
  return rule.rooms.some((allowed) =>
    allowed === 'graph/*'
      ? /^graph\/[^/]+$/.test(path)
      : path === allowed || (allowed.endsWith('/') && path.startsWith(allowed)),
  );
}

describe('the rules of the house', () => {
  it('a room imports only what it may', async () => {
    const broken: string[] = [];
    for (const folder of ['graph', 'server', 'client'])
      for (const file of await sources(folder))
        for (const target of await importsOf(file))
          if (!mayImport(file, target)) broken.push(`${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  it('only one file imports neo4j-driver, outside the tests', async () => {
    const importers = new Set<string>();
    for (const folder of ['graph', 'server', 'client'])
      for (const file of await sources(folder))
        if ((await importsOf(file)).some((target) => target.startsWith('neo4j-driver')))
          importers.add(dirname(file));
    for (const folder of importers) expect(folder).toMatch(/^server\/store(\/neo4j)?$/);
  });

  it('notices what breaks them', () => {
    expect(mayImport('graph/memory/x.ts', '../query/ast.ts')).toBe(false);
    expect(mayImport('graph/query/x.ts', 'node:fs')).toBe(false);
    expect(mayImport('client/x.ts', '../server/app.ts')).toBe(false);
    expect(mayImport('client/x.ts', '../server/contract/api.ts')).toBe(true);
    expect(mayImport('server/x.ts', '../client/api.ts')).toBe(false);
  });
});
