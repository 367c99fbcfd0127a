/** Someone compares: what several actors share, what one of them said in all, and what the other side said to it. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { journey, keepShot } from './journey.ts';
import { clickOn, drawn, inspector, results, searchBox, selectedId } from './on-screen.ts';

async function selectBoth(page: Page, first: string, second: string): Promise<void> {
  await clickOn(page, await drawn(page, first));
  const other = await drawn(page, second);
  await page.keyboard.down('Shift');
  await clickOn(page, other);
  await page.keyboard.up('Shift');
  await inspector(page).getByRole('heading', { level: 2, name: '2 actors and events' }).waitFor();
}

async function openActor(page: Page, words: string, name: RegExp): Promise<void> {
  await searchBox(page).fill(words);
  await results(page).getByRole('option', { name }).click();
}

journey('What several share', (open) => {
  for (const colorScheme of ['light', 'dark'] as const)
    it(`tells the claims between two, what both are joined to, and the quotes of both, ${colorScheme}`, async () => {
      const page = await open({ colorScheme });
      await selectBoth(page, 'china', 'iran');
      const selected = inspector(page);
      const among = selected.locator('section.claims', { hasText: 'Claims among them' }).getByRole('button');
      expect(await among.allTextContents()).toEqual([
        'China agreed to cooperate with Iran to strengthen their security collaboration in Afghanistan',
      ]);
      const talks = selected.locator('details', {
        has: page.locator('summary', { hasText: 'Moscow talks on Afghanistan' }),
      });
      await talks.locator('summary').click();
      expect((await talks.getByRole('button').allTextContents()).slice(0, 2).toSorted()).toEqual([
        'China took part in the Moscow talks on Afghanistan',
        'Iran took part in the Moscow talks on Afghanistan',
      ]);
      await selected.getByRole('blockquote').first().waitFor();
      expect(await selected.getByRole('blockquote').allTextContents()).toContain(
        'these negotiations involved ten countries, namely Russia, China, Iran, Pakistan, India and the countries of Central Asia',
      );
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `several-${colorScheme}`);

      // the quote leads to its source
      await selected.getByRole('button', { name: 'Read it in its source' }).first().click();
      await page
        .getByRole('region', { name: 'Text of the source' })
        .locator('[aria-current="true"]')
        .waitFor();
    });

  it('tells all that one actor said and heard in the order of time, and can be narrowed', async () => {
    const page = await open();
    await openActor(page, 'Kremlin', /^Russia\b.*also called/);
    const claims = inspector(page).getByRole('region', { name: 'Claims' });
    await claims.getByText(/^Claims by and about Russia/).waitFor();
    const reply = await (await page.request.get('/api/nodes/russia')).json();
    const { counts } = reply as { counts: { type: string; direction: 'in' | 'out'; count: number }[] };
    const sum = (of: typeof counts): number => of.reduce((all, { count }) => all + count, 0);
    const items = claims.getByRole('listitem');
    await expect.poll(() => items.count()).toBe(sum(counts));
    const titles = await claims.getByRole('heading', { level: 4 }).allTextContents();
    // "1989 2", "20 October 2021 14": the year, then how many
    const years = titles.slice(0, -1).map((title) => Number(/(\d{4}) \d+$/.exec(title)?.[1]));
    expect(years.length).toBeGreaterThan(3);
    expect(years).toEqual(years.toSorted((one, other) => one - other));
    expect(titles.at(-1)).toMatch(/^No date \d+$/);

    await claims.getByText(/^Received \d+$/).click();
    await expect.poll(() => items.count()).toBe(sum(counts.filter(({ direction }) => direction === 'in')));
    expect(await items.filter({ hasText: /made$/ }).count()).toBe(0);
    await claims.getByText(/^Made \d+$/).click();
    await claims.getByLabel('What was said or done').selectOption({ label: 'called on (1)' });
    expect(await items.getByRole('button').allTextContents()).toEqual([
      'called on the Taliban to form a government that includes all ethnic groups and political forces',
    ]);
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'timeline');
    await items.getByRole('button').click();
    expect(await selectedId(page)).toBe('russia-called-on-taliban-to-form-inclusive-government');
  });

  it('lists claims of an actor that are not on the screen as that, and a click shows them', async () => {
    const page = await open();
    await clickOn(page, await drawn(page, 'amir-khan-muttaqi'));
    await inspector(page)
      .getByRole('button', { name: /^assured/ })
      .click();
    await inspector(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await openActor(page, 'Muttaqi', /^Amir Khan Muttaqi official/);
    const item = inspector(page).getByRole('listitem').filter({ hasText: 'not on the screen' });
    await item.getByRole('button', { name: /^assured/ }).click();
    await expect.poll(() => selectedId(page)).toBe('amir-khan-muttaqi-assured-no-base');
    // it is a step that can be taken back
    expect(await page.getByRole('button', { name: /^Undo/ }).isEnabled()).toBe(true);
  });

  it('tells what the other side said about the same matter, and why that is listed', async () => {
    const page = await open();
    await openActor(page, 'all ethnic groups', /^Russia called on the Taliban/);
    const answers = inspector(page).getByRole('region', {
      name: 'What the Taliban said about the same matter',
    });
    const hanafi = answers.getByRole('listitem').filter({ hasText: 'Abdul Salam Hanafi said' });
    expect(await hanafi.locator('p').textContent()).toBe(
      'Listed because both speak of “government” and “inclusive” and Abdul Salam Hanafi holds office under the Taliban.',
    );
    expect(await complaints(page)).toEqual([]);
    await hanafi.getByRole('button').click();
    expect(await selectedId(page)).toBe('abdul-salam-hanafi-declared-inclusive-government-achieved');
  });

  it('copies a claim as a citation, or shows it where the clipboard is refused', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openActor(page, 'moderate policies', /^The ten countries/);
    await inspector(page).getByRole('button', { name: 'Copy as citation' }).click();
    const expected = `The ten countries at the Moscow talks urged the Taliban to put in place “moderate policies”, both internally and externally. (20 October 2021)

The ten countries that took part in Moscow’s negotiations with the Taliban also urged the latter to put in place “moderate policies”, both internally and externally
— Marina Lapenkova, “Afghanistan | Taliban ready to collaborate with Moscow, Beijing and Tehran”, Agence France-Presse, 20 October 2021, paragraph 10`;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
    await page.getByText('Citation copied').waitFor({ state: 'hidden' });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await inspector(page).getByRole('button', { name: 'More ways to cite' }).click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    const shown = page.getByRole('textbox', { name: 'Citation' });
    expect(await shown.inputValue()).toMatch(/^The ten countries .*\n\n> The ten countries that took part/s);
    expect(await complaints(page)).toEqual([]);
  });
});
