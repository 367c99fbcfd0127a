/** The openCypher TCK in a worker of a real Chromium: the engine as the page has it, bundled, without Node. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EXCEPTIONS } from '../tck/exceptions.ts';
import { readFeatures, readGraphs } from '../tck/features.ts';
import { launchBrowser } from './browser.ts';

const folder = inject('tckFolder');
const features = folder === null ? [] : readFeatures(folder);
const graphs = folder === null ? [] : [...readGraphs(folder)];

/** On this name of nobody's the built files are served; a page of `localhost` may use all that one of HTTPS may. */
const ORIGIN = 'http://localhost:1';

describe.skipIf(folder === null || inject('ententeUrl') === null)('openCypher TCK in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const files = await buildPage();
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.context().route(`${ORIGIN}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const body = files.get(name);
      const contentType = name.endsWith('.html') ? 'text/html' : 'text/javascript';
      return body === undefined ? route.abort() : route.fulfill({ body, contentType });
    });
    await page.goto(`${ORIGIN}/index.html`);
  });
  afterAll(() => browser?.close());

  it('passes all 3,897 scenarios', async () => {
    const outcomes = new Map<string, string | null>();
    for (const { scenarios } of features) {
      // a feature at a time, so that a stuck one is told by its name
      // oxlint-disable-next-line no-await-in-loop
      const ran = await page.evaluate(([all, named]) => window.runScenarios(all, named), [scenarios, graphs] as const); // prettier-ignore
      for (const [id, difference] of ran) outcomes.set(id, difference);
    }
    const failed = [...outcomes].filter(([id, difference]) => (difference === null) === EXCEPTIONS.has(id));
    expect(failed.map(([id, difference]) => `${id}: ${difference ?? 'passes, though it is listed'}`)).toEqual(
      [],
    );
    expect(outcomes.size).toBe(3897);
    expect(complaints).toEqual([]);
  });
});

/** The page's files by name, built as the client is. */
async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '../tck/in-browser'),
    build: { write: false, target: 'es2023', minify: false },
    worker: { format: 'es' },
  });
  if (!('output' in built)) throw new Error('vite gave no files');
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}
