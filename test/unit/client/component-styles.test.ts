import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../server/root.ts';

it('the styles of every component that the page uses are loaded', async () => {
  const client = join(ROOT, 'client');
  const used = new Set<string>();
  for (const file of await readdir(client, { recursive: true })) {
    if (!file.endsWith('.tsx')) continue;
    const text = await readFile(join(client, file), 'utf8');
    for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g))
      for (const name of names.split(',')) used.add(name.trim());
  }
  const loaded = await readFile(join(client, 'component-styles.ts'), 'utf8');
  const styles = join(ROOT, 'node_modules', '@mantine', 'core', 'styles');
  const missing = [...used].filter(
    (name) => existsSync(join(styles, `${name}.layer.css`)) && !loaded.includes(`/${name}.layer.css'`),
  );
  expect(used.size).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
