/** Someone does not take a quote on trust: they read the source, and check its words in the article itself. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { clickOn, drawn, inspector, results, searchBox } from './on-screen.ts';

const reading = (page: Page) => page.getByRole('complementary', { name: 'Reading' });
const text = (page: Page) => page.getByRole('region', { name: 'Text of the source' });
/** What the picture has selected, sorted. */
const lit = async (page: Page): Promise<string[]> => {
  const ids = await page
    .locator('[data-element][aria-selected="true"]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-id') ?? ''));
  return ids.toSorted();
};
const readQuote = (page: Page) => text(page).locator('[aria-current="true"] .reading-quote').textContent();

interface Source {
  readonly quotes: { quote: string; claims: string[] }[];
}
const sourceOf = async (page: Page, id: string): Promise<Source> =>
  (await (await page.request.get(`/api/sources/${id}`)).json()) as Source;

/** From a claim of the report to its source. */
async function openReport(page: Page): Promise<void> {
  await searchBox(page).fill('all ethnic groups');
  await results(page)
    .getByRole('option', { name: /^Russia called on the Taliban/ })
    .click();
  await inspector(page).getByRole('figure').getByRole('link').first().click();
  await text(page).waitFor();
}

const articles = resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/articles');
const REPORT = resolve(articles, '003_555477d2da9cdd02.txt');

journey('Checking a quote in its article', (open) => {
  it('opens the source of a claim at its quote, and every quote lights what rests on it, back and forth', async () => {
    const page = await open();
    await openReport(page);
    const { quotes } = await sourceOf(page, 'report-2021-10-20');
    const at = quotes.findIndex(({ quote }) => quote.startsWith('Earlier Wednesday, Russia called on'));
    expect(await readQuote(page)).toBe(quotes[at]?.quote);
    expect(await lit(page)).toEqual(['russia-called-on-taliban-to-form-inclusive-government']);

    await text(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => readQuote(page)).toBe(quotes[at + 2]?.quote);
    await expect.poll(() => lit(page)).toEqual(quotes[at + 2]?.claims.toSorted());
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => lit(page)).toEqual(quotes[at + 1]?.claims.toSorted());
    await keepShot(page, 'reading-quotes');

    // scrolling by hand reads on
    await text(page).hover();
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => readQuote(page)).not.toBe(quotes[at + 1]?.quote);
    const place = async (): Promise<number> => {
      const now = await readQuote(page);
      return quotes.findIndex(({ quote }) => quote === now);
    };
    expect(await place()).toBeGreaterThan(at + 1);
    await expect.poll(async () => quotes[await place()]?.claims.toSorted()).toEqual(await lit(page));

    // and a click in the picture turns to the words about what is clicked, which stays selected
    await clickOn(page, await drawn(page, 'vladimir-putin'));
    await expect.poll(() => readQuote(page)).toMatch(/^Putin has warned/);
    expect(await lit(page)).toEqual(['vladimir-putin']);

    // none of that is a step of the history
    expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true);
    await text(page).focus();
    await page.keyboard.press('Escape');
    await reading(page).waitFor({ state: 'hidden' });
    await inspector(page).getByRole('heading', { level: 2, name: 'Vladimir Putin' }).waitFor();
  });

  it('offers to show what rests on a quote and is not on the screen', async () => {
    const page = await open();
    await openReport(page);
    const quote = text(page).getByRole('listitem').filter({ hasText: /^.*Earlier Wednesday, Russia called on/ }).first(); // prettier-ignore
    await quote.getByRole('button', { name: /^Russia called on/ }).click();
    await inspector(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.locator('body').press('q');
    await reading(page)
      .getByRole('button', { name: /Afghanistan’s new Taliban rulers/ })
      .click();
    await text(page).getByRole('button', { name: 'Show this claim' }).click();
    await expect.poll(() => lit(page)).toEqual(['russia-called-on-taliban-to-form-inclusive-government']);
    expect(await text(page).getByRole('button', { name: /^Show/ }).count()).toBe(0);
  });

  it.skipIf(!existsSync(REPORT))(
    'marks the quotes in the article that the reader gives, and says which are not in it',
    async () => {
      // the page's own policy says that it would not have run either
      const page = await open({ mayComplain: /inline event handler/ });
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.postData() ?? ''));
      await openReport(page);
      const { quotes } = await sourceOf(page, 'report-2021-10-20');
      const file = reading(page).locator('input[type="file"]');
      await file.setInputFiles(REPORT);
      await reading(page).getByText(`All ${quotes.length} quotes stand in`).waitFor();
      const marked = await text(page).locator('mark[data-active="true"]').allTextContents();
      expect(marked.join('')).toBe(
        quotes.find(({ quote }) => quote.startsWith('Earlier Wednesday, Russia'))?.quote,
      );
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, 'reading-article');
      await text(page).locator('mark', { hasText: 'Putin has warned' }).first().click();
      await expect.poll(() => lit(page)).toEqual(quotes.find(({ quote }) => quote.startsWith('Putin has warned'))?.claims.toSorted()); // prettier-ignore

      // a page that was saved, with a word changed and what must not run
      const html = readFileSync(REPORT, 'utf8')
        .replace('Putin has warned', 'Putin has spoken')
        .split('\n\n')
        .map(
          (paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replace('Taliban', '<b>Taliban</b>')}</p>`,
        )
        .join('');
      await file.setInputFiles({
        name: 'saved.html',
        mimeType: 'text/html',
        buffer: Buffer.from(
          `<html><head><title>x</title></head><body onload="document.title='run'"><script>document.title='run'</script><img src="x" onerror="document.title='run'">${html}</body></html>`,
        ),
      });
      const verdict = reading(page).getByText(/^1 of \d+ quotes does not stand in/);
      await verdict.click();
      expect(await reading(page).locator('.reading-verdict li').textContent()).toMatch(/^Putin has warned/);
      expect(await page.title()).not.toBe('run');
      await keepShot(page, 'reading-article-missing');

      await file.setInputFiles({
        name: 'photo.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([1, 2, 0, 3]),
      });
      await page.getByText('photo.txt is not a text').waitFor();
      expect(sent.filter((body) => body.includes('Putin'))).toEqual([]);
    },
  );

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has nothing for axe to complain of, ${colorScheme}`, async () => {
      const page = await open({ colorScheme });
      await page.locator('body').press('q');
      await reading(page)
        .getByRole('button', { name: /Taliban ready/ })
        .waitFor();
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `sources-${colorScheme}`);
      await reading(page)
        .getByRole('button', { name: /Taliban ready/ })
        .click();
      await text(page).waitFor();
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `reading-${colorScheme}`);
    });

  it('is a sheet on a phone', async () => {
    const page = await open(phone);
    await openReport(page);
    await keepShot(page, 'reading-phone');
    const box = await reading(page).boundingBox();
    expect(box?.width).toBe(390);
    expect(box?.y).toBeGreaterThan(300);
    expect(await complaints(page)).toEqual([]);
    await reading(page).getByRole('button', { name: 'Make larger' }).tap();
    await expect.poll(async () => (await reading(page).boundingBox())?.y).toBeLessThan(150);
  });
});
