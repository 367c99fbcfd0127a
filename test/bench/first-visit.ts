/** First visit: from asking for the page, with nothing cached, to a settled picture of the seed graph; beside a page with nothing on it. */
import { chromiumPath, desktop, launchBrowser, openPicture } from '../e2e/browser.ts';
import { startServer } from '../support/server.ts';
import { printHeader, printLine, quantile } from './report.ts';

const ROUNDS = 5;

export async function run(): Promise<void> {
  if (chromiumPath === null)
    return console.log('first-visit: skipped, there is no Chromium (set CHROMIUM_PATH)');
  const server = await startServer();
  const browser = await launchBrowser();
  const [settled, empty]: [number[], number[]] = [[], []];
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const begin = performance.now();
      const { page } = await openPicture(browser, server.url);
      const ours = performance.now() - begin;
      await page.context().close();

      const context = await browser.newContext(desktop);
      const blank = await context.newPage();
      const start = performance.now();
      await blank.goto(`${server.url}/api/health`);
      const theirs = performance.now() - start;
      await context.close();

      if (round < 0) continue;
      settled.push(ours);
      empty.push(theirs);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  printHeader(`First visit, headless Chromium, software WebGL, median of ${ROUNDS}`);
  printLine({
    what: 'navigation → settled picture',
    unit: 'ms',
    ours: quantile(settled, 0.5),
    peer: { name: 'a page of JSON', figure: quantile(empty, 0.5) },
    goal: '≤ 1,500 ms',
  });
}
