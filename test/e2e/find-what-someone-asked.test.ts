/** Someone has read a name or some words, and wants to see who said what, and where. */
import { expect, it } from 'vitest';
import { journey, keepShot } from './journey.ts';
import type { Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { clickOn, drawn, idsOnScreen, inspector, results, searchBox, selectedId } from './on-screen.ts';

/** Words of the report, which a reader may remember. */
const WORDS = 'deliver on promises';

journey('Finding what someone asked', (open) => {
  it('finds Russia by its alias, the Kremlin, and opens it with a click', async () => {
    const page = await open();
    await searchBox(page).fill('Kremlin');
    const hit = results(page).getByRole('option', { name: /^Russia\b.*also called the Kremlin/ });
    await hit.waitFor();
    await keepShot(page, 'search-kremlin');
    await hit.click();
    const selected = inspector(page);
    expect(await selected.getByRole('heading', { level: 2 }).textContent()).toBe('Russia');
    expect(await selectedId(page)).toBe('russia');
  });

  it('finds a claim by words of its quote, and shows the quote and where it stands', async () => {
    const page = await open();
    const box = searchBox(page);
    await box.fill(WORDS);
    const hit = results(page).getByRole('option').first();
    await hit.filter({ hasText: WORDS }).waitFor();
    await keepShot(page, 'search-words');
    await hit.click();
    const selected = inspector(page);
    const figure = selected.getByRole('figure').filter({ hasText: WORDS });
    await figure.waitFor();
    await keepShot(page, 'inspector-claim');

    // the server's own record of this claim is what must be read here, to the letter
    const id = await selectedId(page);
    const reply = await page.request.get(`/api/relationships/${encodeURIComponent(id ?? '')}`);
    const { evidence } = (await reply.json()) as {
      evidence: {
        quote: string;
        paragraph: number;
        source: { title: string; author: string | null; publisher: string | null; published: string };
      }[];
    };
    expect(await selected.getByRole('blockquote').allTextContents()).toEqual(
      evidence.map(({ quote }) => quote),
    );
    const cited = evidence.find(({ quote }) => quote.includes(WORDS));
    expect(cited).toBeDefined();
    if (cited === undefined) return;
    const { title, author, publisher, published } = cited.source;
    const parts = [author, title, publisher, dateInWords(published), `paragraph ${cited.paragraph}`];
    expect(await figure.locator('figcaption').textContent()).toBe(
      parts.filter((part) => part !== null).join(', '),
    );
  });

  it('follows a claim from one actor to its quote and on to the other actor', async () => {
    const page = await open();
    await searchBox(page).fill('Lavrov');
    await results(page)
      .getByRole('option', { name: /^Sergei Lavrov official/ })
      .click();
    const selected = inspector(page);
    const claim = selected.getByRole('button', { name: /^urged the Taliban/ });
    const words = await claim.textContent();
    await claim.click();
    await selected.getByRole('blockquote').first().waitFor();
    const sentence = selected.getByRole('heading', { level: 2 });
    expect(await sentence.textContent()).toBe(`Sergei Lavrov ${words}.`);
    await sentence.getByRole('link').last().click();
    await expect
      .poll(() => selected.getByRole('heading', { level: 2 }).textContent())
      .not.toContain('Sergei Lavrov');
    expect(await selectedId(page)).toBe('taliban');
  });

  it('does the same with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('Kremlin');
    // Enter takes the marked one, so wait until there is one for what was typed
    await results(page).locator('[data-combobox-selected]').filter({ hasText: 'also called' }).waitFor();
    await page.keyboard.press('Enter');
    const selected = inspector(page);
    await selected.getByRole('heading', { level: 2, name: 'Russia' }).waitFor();

    const claim = selected.getByRole('listitem').first().getByRole('button');
    await tabTo(page, () => claim.evaluate((button) => button === document.activeElement));
    await page.keyboard.press('Enter');
    await selected.getByRole('blockquote').first().waitFor();
    const link = selected.getByRole('heading', { level: 2 }).getByRole('link').last();
    const other = await link.textContent();
    await tabTo(page, () => link.evaluate((anchor) => anchor === document.activeElement));
    await page.keyboard.press('Enter');
    await selected.getByRole('button', { name: 'Dismiss' }).first().waitFor();
    await expect
      .poll(
        async () =>
        other?.toLowerCase().includes((await selected.getByRole('heading', { level: 2 }).textContent())?.toLowerCase() ?? '?'), // prettier-ignore
      )
      .toBe(true);
  });

  it('finds Lavrov however he is spelt, and says that the spelling is only close', async () => {
    const page = await open();
    await searchBox(page).fill('Lavrow');
    const hit = results(page).getByRole('option', { name: /^Sergei Lavrov\s*official · close spelling/ });
    await hit.waitFor();
    await keepShot(page, 'search-spelling');
    await page.keyboard.press('Enter');
    await expect.poll(() => selectedId(page)).toBe('sergei-lavrov');
  });

  it('selects every claim of a kind by its words', async () => {
    const page = await open();
    const urged = (await storeClaims(page, 'URGED')).map(({ id }) => id);
    await searchBox(page).fill('urged');
    const kinds = results(page).getByRole('group', { name: 'Kinds of claim' });
    const hit = kinds.getByRole('option', { name: new RegExp(`^urged\\s*${urged.length} claims$`) });
    await hit.waitFor();
    await keepShot(page, 'search-type');
    expect(await complaints(page)).toEqual([]);
    await hit.click();
    await expect.poll(() => allSelected(page)).toEqual(urged.toSorted());
  });

  it('brings in the claims of a kind that are not on the screen, in one step that can be undone', async () => {
    const page = await open();
    const [first, ...rest] = await storeClaims(page, 'URGED');
    await clickOn(page, await drawn(page, first?.id ?? ''));
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await idsOnScreen(page)).relationships).not.toContain(first?.id);
    await searchBox(page).fill('urged');
    await results(page)
      .getByRole('option', {
        name: new RegExp(`^urged\\s*${rest.length + 1} claims, ${rest.length} on the screen`),
      })
      .waitFor();
    await results(page).getByRole('option', { name: 'Add the other 1 that say “urged”' }).click();
    await expect.poll(() => allSelected(page)).toEqual([first, ...rest].map((claim) => claim?.id).toSorted());
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await idsOnScreen(page)).relationships).not.toContain(first?.id);
  });

  it('carries out a command by its words, from Ctrl K, with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('>');
    const commands = results(page).getByRole('group', { name: 'Commands' });
    await commands.getByRole('option').first().waitFor();
    expect(await results(page).getByRole('group').count()).toBe(1);
    await keepShot(page, 'search-commands');
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.type('select ever');
    await expect.poll(() => results(page).locator('[data-combobox-selected]').textContent()).toContain('Select everything that is shown'); // prettier-ignore
    expect(await commands.getByRole('option').first().textContent()).toContain('Ctrl A');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await allSelected(page)).length)
      .toBe((await idsOnScreen(page)).nodes.length);
    // beside what was found, too
    await searchBox(page).fill('invert');
    await commands.getByRole('option', { name: /^Invert the selection/ }).click();
    await expect.poll(() => allSelected(page)).toEqual([]);
  });

  it('fits a phone', async () => {
    const page = await open(phone);
    await searchBox(page).fill('urged');
    await results(page).getByRole('group', { name: 'Kinds of claim' }).waitFor();
    await keepShot(page, 'search-phone');
    const box = await results(page).boundingBox();
    expect(box).toMatchObject({ x: expect.any(Number), width: expect.any(Number) });
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
    expect(await complaints(page)).toEqual([]);
  });

  it('says so, and what to do, when nothing is found', async () => {
    const page = await open();
    await searchBox(page).fill('xylophone quartet');
    await page.getByText('Nothing here is called “xylophone quartet”').waitFor();
    expect(await results(page).getByRole('option').count()).toBe(0);
    await keepShot(page, 'search-nothing');
  });
});

/** The claims of a type, as the server has them. */
async function storeClaims(page: Page, type: string): Promise<{ id: string }[]> {
  const reply = await page.request.get(`/api/types/${type}/relationships`);
  return ((await reply.json()) as { relationships: { id: string }[] }).relationships;
}

/** The ids of all that is selected, sorted. */
const allSelected = (page: Page): Promise<string[]> =>
  page
    .locator('[data-element][aria-selected="true"]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-id') ?? '').toSorted());

/** Presses Tab until `isThere`. @throws after 120 times */
async function tabTo(
  page: { keyboard: { press(key: string): Promise<void> } },
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** `2021-10-20` as the page writes it. */
const dateInWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date));
