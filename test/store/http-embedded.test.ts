import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openEmbeddedStore } from '../../server/store/embedded.ts';
import { describeHttp } from './http-suite.ts';

describe('/api over the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-http-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  describeHttp(() => openEmbeddedStore({ folder }));
});
