/** What a reader waits for on the seed graph: a click until the inspector is painted, expanding until it is drawn; beside a click on nothing. */
import type { Page } from 'playwright-core';
import { chromiumPath, launchBrowser, openPicture } from '../e2e/browser.ts';
import { drawn } from '../e2e/on-screen.ts';
import { takeFunctions } from './functions-in-page.ts';
import { startServer } from '../support/server.ts';
import { printHeader, printLine, quantile } from './report.ts';

const ROUNDS = 9;
/** Elements that are clicked in turn; each has room around it. */
const CLICKED = ['tajikistan', 'iran', 'china', 'vladimir-putin', 'french-senate'];

export async function run(): Promise<void> {
  if (chromiumPath === null)
    return console.log('interaction: skipped, there is no Chromium (set CHROMIUM_PATH)');
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const { page } = await openPicture(browser, server.url);
    await takeFunctions(page);
    const [clicks, nothing, expansions]: [number[], number[], number[]] = [[], [], []];
    for (let round = -1; round < ROUNDS; round++) {
      const at = await drawn(page, CLICKED[(round + 1) % CLICKED.length] ?? '');
      await painted(page, 'none');
      await page.mouse.click(700, 880);
      const empty = await elapsed(page);
      await painted(page, 'inspector');
      await page.mouse.click(at.x, at.y);
      const click = await elapsed(page);
      await page.keyboard.press('Escape');
      await page.locator('.inspector').waitFor({ state: 'detached' });

      const kabul = await drawn(page, 'kabul');
      await page.mouse.click(kabul.x, kabul.y);
      await page.locator('.inspector').waitFor();
      await page.keyboard.press('Delete');
      await page.locator('.inspector').waitFor({ state: 'detached' });
      const embassy = await drawn(page, 'russian-embassy-in-kabul');
      await page.mouse.click(embassy.x, embassy.y);
      await page.locator('.inspector').waitFor();
      await painted(page, 'caption');
      await page.keyboard.press('e');
      const expansion = await elapsed(page);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Escape');
      if (round < 0) continue;
      nothing.push(empty);
      clicks.push(click);
      expansions.push(expansion);
    }
    printHeader(`Seed graph, headless Chromium, software WebGL, median of ${ROUNDS}`);
    const peer = { name: 'a click on nothing, until the next frame', figure: quantile(nothing, 0.5) };
    printLine({
      what: 'click → inspector painted',
      unit: 'ms',
      ours: quantile(clicks, 0.5),
      peer,
      goal: '≤ 50 ms',
    });
    printLine({
      what: 'expand → drawn',
      unit: 'ms',
      ours: quantile(expansions, 0.5),
      peer,
      goal: '≤ 150 ms',
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

type Awaited = 'none' | 'inspector' | 'caption';

/** Measures from the next press of a key or button to the frame after what it brings: see `elapsed`. */
const painted = (page: Page, what: Awaited): Promise<void> =>
  page.evaluate((wanted) => {
    const state = window as unknown as { elapsed: Promise<number> };
    state.elapsed = new Promise((done) => {
      const words = document.querySelector('.caption')?.textContent;
      const isThere = () =>
        wanted === 'none' ||
        (wanted === 'inspector' && document.querySelector('.inspector h2') !== null) ||
        (wanted === 'caption' && document.querySelector('.caption')?.textContent !== words);
      const begin = ({ timeStamp }: Event) => {
        removeEventListener('mousedown', begin, true);
        removeEventListener('keydown', begin, true);
        const frame = () => {
          // the frame in which it is there, and the one that shows it
          if (isThere()) requestAnimationFrame(() => done(performance.now() - timeStamp));
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      };
      addEventListener('mousedown', begin, true);
      addEventListener('keydown', begin, true);
    });
  }, what);

const elapsed = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { elapsed: Promise<number> }).elapsed);
