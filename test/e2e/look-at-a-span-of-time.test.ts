/** Someone wants to see what was claimed when, and to go through time. */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, idsOnScreen, inspector } from './on-screen.ts';

const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
const from = (page: Page): Locator => timeline(page).getByRole('slider', { name: 'Time: from' });
const to = (page: Page): Locator => timeline(page).getByRole('slider', { name: 'Time: to' });

/** Dates of the claims on the screen, as far as they are known, by id; null where there is none. */
async function dates(page: Page): Promise<Map<string, string | null>> {
  const reply = await page.request.get('/api/overview');
  const { relationships } = (await reply.json()) as {
    relationships: { id: string; properties: { date?: string; datePrecision?: string } }[];
  };
  const length = { year: 4, month: 7 } as Record<string, number>;
  return new Map(
    relationships.map(({ id, properties: { date, datePrecision } }) => [
      id,
      date?.slice(0, length[datePrecision ?? ''] ?? 10) ?? null,
    ]),
  );
}

/** Where everything is drawn; names find their room anew each time. */
const placesOf = async (page: Page) => (await allDrawn(page)).map(({ id, x, y }) => ({ id, x, y }));

async function openTimeline(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await from(page).waitFor();
  await atRest(page);
}

journey('Looking at a span of time', (open) => {
  it('draws a span over the bars, steps through time with it, and leaves everything in its place', async () => {
    const page = await open();
    await openTimeline(page);
    const all = await dates(page);
    const before = await placesOf(page);
    const ground = await timeline(page).locator('.brush').boundingBox();
    if (ground === null) throw new Error('no bars');
    const y = ground.y + ground.height / 2;
    const at = (share: number): number => ground.x + ground.width * share;
    await page.mouse.move(at(0.2), y);
    await page.mouse.down();
    for (let share = 0.22; share <= 0.4; share += 0.03) await page.mouse.move(at(share), y);
    await page.mouse.up();
    const said = async (): Promise<string[]> => [
      (await from(page).getAttribute('aria-valuetext')) ?? '',
      (await to(page).getAttribute('aria-valuetext')) ?? '',
    ];
    await expect.poll(async () => (await said())[0]).not.toBe('1979');
    const [first = '', last = ''] = await said();
    const wanted = (low: string, high: string): string[] =>
      [...all]
        .filter(([, date]) => date === null || (date.slice(0, 4) >= low && date.slice(0, 4) <= high))
        .map(([id]) => id)
        .toSorted();
    expect([first, last].every((year) => /^\d{4}$/.test(year))).toBe(true);
    await expect.poll(async () => (await idsOnScreen(page)).relationships).toEqual(wanted(first, last));
    await timeline(page).getByText(`From ${first} to ${last}:`).waitFor();
    await keepShot(page, 'timeline-span');

    await timeline(page).getByRole('button', { name: 'Forward by the span' }).click();
    await expect.poll(async () => (await said())[0]).toBe(String(Number(last) + 1));
    const [nextFirst = '', nextLast = ''] = await said();
    expect(Number(nextLast) - Number(nextFirst)).toBe(Number(last) - Number(first));
    await expect.poll(async () => (await idsOnScreen(page)).relationships).toEqual(wanted(nextFirst, nextLast)); // prettier-ignore

    // the step, then the whole drag
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await said())[0]).toBe(first);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe(all.size);
    expect(await placesOf(page)).toEqual(before);
  });

  it('counts the claims without a date, and hides them only when it is told to', async () => {
    const page = await open();
    await openTimeline(page);
    const all = await dates(page);
    const undated = [...all.values()].filter((date) => date === null).length;
    expect(undated).toBeGreaterThan(0);
    await timeline(page)
      .getByText(`${all.size - undated} dated claims`)
      .waitFor();
    const toggle = timeline(page).getByRole('checkbox', { name: `Show the ${undated} without a date` });
    await toggle.uncheck();
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe(all.size - undated);
    await toggle.check();
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe(all.size);
  });

  it('chooses with the keyboard alone, zooms in until days can be told apart, and clears', async () => {
    const page = await open();
    await openTimeline(page);
    await from(page).focus();
    await page.keyboard.press('End');
    await expect.poll(() => from(page).getAttribute('aria-valuetext')).toBe('2021');
    await timeline(page).getByRole('button', { name: 'Zoom into the span' }).click();
    await expect.poll(() => to(page).getAttribute('aria-valuetext')).not.toBe('2021');
    await from(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => from(page).getAttribute('aria-valuetext')).toMatch(/2021$/);
    expect((await from(page).getAttribute('aria-valuetext'))?.length).toBeGreaterThan(4);
    await keepShot(page, 'timeline-zoomed');
    await timeline(page).getByRole('button', { name: 'All the time' }).click();
    await timeline(page).getByRole('button', { name: 'Clear' }).click();
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe((await dates(page)).size); // prettier-ignore
  });

  it('plays with Space, in one step back, and stops when asked', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await openTimeline(page);
    await timeline(page).getByRole('combobox', { name: 'Speed' }).selectOption('8 a second');
    await from(page).focus();
    await page.keyboard.press('Space');
    await timeline(page).getByRole('button', { name: 'Pause' }).waitFor();
    const first = await from(page).getAttribute('aria-valuetext');
    await expect.poll(() => from(page).getAttribute('aria-valuetext')).not.toBe(first);
    await from(page).focus();
    await page.keyboard.press('Space');
    await timeline(page).getByRole('button', { name: 'Play' }).waitFor();
    const stopped = await from(page).getAttribute('aria-valuetext');
    await page.waitForTimeout(500);
    expect(await from(page).getAttribute('aria-valuetext')).toBe(stopped);
    await page.keyboard.press('Control+z');
    await expect.poll(() => timeline(page).locator('[data-chosen]').getAttribute('data-chosen')).toBe('false'); // prettier-ignore
  });

  it('lists what happened, and opens it', async () => {
    const page = await open();
    await openTimeline(page);
    await timeline(page).getByRole('button', { name: /^Events/ }).click(); // prettier-ignore
    await page.getByRole('menuitem', { name: /^Moscow talks on Afghanistan on 20 October 2021/ }).click();
    const heading = inspector(page).getByRole('heading', { level: 2 });
    await expect.poll(() => heading.textContent()).toBe('Moscow talks on Afghanistan');
  });

  for (const [name, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { ...phone, colorScheme: 'dark' }],
  ] as const)
    it(`has nothing for axe to complain of, ${name}`, async () => {
      const page = await open(options);
      await openTimeline(page);
      await from(page).focus();
      await page.keyboard.press('PageUp');
      await atRest(page);
      await keepShot(page, `timeline-${name}`);
      expect(await complaints(page)).toEqual([]);
    });
});
