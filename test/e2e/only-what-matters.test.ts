/** Someone wants to see only what matters to them, and to know what is kept from them meanwhile. */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, drawn, idsOnScreen } from './on-screen.ts';

const filters = (page: Page): Locator => page.getByRole('complementary', { name: 'Filters' });
const filter = (page: Page, name: string): Locator =>
  filters(page).getByRole('region', { name: `Filter: ${name}`, exact: true });
const clear = (page: Page): Locator => page.locator('.caption').getByRole('button', { name: 'Clear' });

/** Where everything is drawn; names find their room anew each time. */
const placesOf = async (page: Page) => (await allDrawn(page)).map(({ id, x, y }) => ({ id, x, y }));

async function add(page: Page, name: string, group: 'Actors and events' | 'Claims'): Promise<Locator> {
  await filters(page).getByRole('combobox', { name: 'Add a filter' }).click();
  await page.keyboard.type(name);
  const options = page.getByRole('group', { name: group }).getByRole('option', { name: new RegExp(`^${name} \\d`) }); // prettier-ignore
  await options.click();
  const card = filter(page, name).last();
  await card.waitFor();
  return card;
}

/** Claims of the seed's overview, as the server has them. */
async function overview(page: Page) {
  const reply = await page.request.get('/api/overview');
  return (await reply.json()) as {
    nodes: { id: string; labels: string[]; properties: Record<string, unknown> }[];
    relationships: {
      id: string;
      type: string;
      source: string;
      target: string;
      properties: Record<string, unknown>;
    }[];
  };
}

journey('Seeing only what matters', (open) => {
  it('chooses verbs from a list, is told what is kept back, and finds everything where it was', async () => {
    const page = await open();
    const { relationships } = await overview(page);
    const before = await placesOf(page);
    await page.getByRole('button', { name: 'Filters' }).click();
    const verbs = await add(page, 'Verb', 'Claims');
    await verbs.getByRole('button', { name: 'None' }).click();
    await verbs.getByRole('checkbox', { name: /^urged/ }).check();
    const urged = relationships.filter(({ type }) => type === 'URGED').map(({ id }) => id);
    expect((await idsOnScreen(page)).relationships).toEqual(urged.toSorted());
    await verbs.getByText(`Lets ${urged.length} of ${relationships.length} claims through`).waitFor();
    const out = `${relationships.length - urged.length} of ${relationships.length} claims are filtered out`;
    await filters(page).getByText(`${out}.`).waitFor();
    expect(await page.locator('.caption').textContent()).toContain(`${out} – Clear`);
    expect(await page.getByRole('status').allTextContents()).toContain(`${out}.`);
    await keepShot(page, 'filters-verbs');
    // switched off and on again without being lost
    await verbs.getByRole('switch', { name: 'Use the filter Verb' }).press(' ');
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe(relationships.length);
    await verbs.getByRole('switch', { name: 'Use the filter Verb' }).press(' ');
    await expect.poll(async () => (await idsOnScreen(page)).relationships.length).toBe(urged.length);

    await clear(page).click();
    await expect.poll(() => page.locator('.caption').textContent()).not.toContain('filtered out');
    expect(await placesOf(page)).toEqual(before);
  });

  it('combines filters, counts what each lets through, and takes them back step by step', async () => {
    const page = await open();
    const { nodes } = await overview(page);
    await page.keyboard.press('f');
    const kinds = await add(page, 'Kind', 'Actors and events');
    await kinds.getByRole('checkbox', { name: /^Events/ }).uncheck();
    const names = await add(page, 'Name', 'Actors and events');
    await names.getByRole('textbox', { name: 'Name contains' }).fill('TALI');
    const wanted = nodes.filter(
      ({ labels, properties }) => !labels.includes('Event') && /tali/i.test(String(properties['name'])),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect((await idsOnScreen(page)).nodes).toEqual(wanted.map(({ id }) => id).toSorted());
    const eventless = nodes.filter(({ labels }) => !labels.includes('Event')).length;
    await kinds.getByText(`Lets ${eventless} of ${nodes.length} actors and events through`).waitFor();
    await names.getByText(new RegExp(`^Lets \\d+ of ${nodes.length} actors and events through$`)).waitFor();
    await page.getByRole('button', { name: /^Undo: Filter by Name/ }).click();
    await expect.poll(async () => (await idsOnScreen(page)).nodes.length).toBe(eventless);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(async () => (await idsOnScreen(page)).nodes.length).toBe(nodes.length);
  });

  /** Nodes by how many claims of the overview they have. */
  const among = async (page: Page, least: number, most = Infinity): Promise<string[]> => {
    const { nodes, relationships } = await overview(page);
    const degree = new Map<string, number>();
    for (const { source, target } of relationships)
      for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1);
    const has = (id: string): number => degree.get(id) ?? 0;
    return nodes.filter(({ id }) => has(id) >= least && has(id) <= most).map(({ id }) => id).toSorted(); // prettier-ignore
  };
  const letting = (card: Locator, count: number): Promise<void> =>
    card.getByText(new RegExp(`^Lets ${count} of \\d+ actors and events through$`)).waitFor();

  it('chooses a range on a histogram by keyboard, and types its end', async () => {
    const page = await open();
    await page.keyboard.press('f');
    const claims = await add(page, 'Number of claims', 'Actors and events');
    const from = claims.getByRole('slider', { name: 'Number of claims: from' });
    await from.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await from.getAttribute('aria-valuetext'))).toBeGreaterThan(3);
    const least = Number(await from.getAttribute('aria-valuetext'));
    await letting(claims, (await among(page, least)).length);
    await claims.getByRole('textbox', { name: 'Number of claims: at most' }).fill('12');
    const few = await among(page, least, 12);
    await letting(claims, few.length);
    expect((await idsOnScreen(page)).nodes).toEqual(few);
    await keepShot(page, 'filters-range');
  });

  it('drags a handle over a histogram in one step', async () => {
    const page = await open();
    await page.keyboard.press('f');
    const claims = await add(page, 'Number of claims', 'Actors and events');
    const from = claims.getByRole('slider', { name: 'Number of claims: from' });
    await from.press('ArrowRight');
    // the step is drawn with the next frame
    await expect.poll(() => from.getAttribute('aria-valuetext')).not.toBe('0');
    const before = await from.getAttribute('aria-valuetext');
    const handle = await from.boundingBox();
    if (handle === null) throw new Error('no handle');
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let px = 5; px <= 60; px += 5) await page.mouse.move(x + px, y);
    await page.mouse.up();
    await expect.poll(async () => Number(await from.getAttribute('aria-valuetext'))).toBeGreaterThan(Number(before) + 4); // prettier-ignore
    const least = Number(await from.getAttribute('aria-valuetext'));
    await letting(claims, (await among(page, least)).length);
    await page.keyboard.press('Control+z');
    await expect.poll(() => from.getAttribute('aria-valuetext')).toBe(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => from.getAttribute('aria-valuetext')).toBe(String(least));
  });

  it('asks in Cypher what to show', async () => {
    const page = await open();
    await page.keyboard.press('f');
    await filters(page).getByRole('button', { name: 'Filter by a question in Cypher' }).click();
    const field = filters(page).getByRole('textbox', { name: 'What this finds on the screen is shown' });
    await field.fill('MATCH (n:State RETURN n');
    await filters(page).getByRole('button', { name: 'Filter', exact: true }).click();
    await filters(page).getByText(/Invalid input/).waitFor(); // prettier-ignore
    await field.fill('MATCH (n:State) RETURN n');
    await filters(page).getByRole('button', { name: 'Filter', exact: true }).click();
    await filter(page, 'Found by a question').waitFor();
    const states = (await overview(page)).nodes.filter(({ labels }) => labels.includes('State'));
    expect((await idsOnScreen(page)).nodes).toEqual(states.map(({ id }) => id).toSorted());
  });

  it('keeps its filters for the next visit', async () => {
    const page = await open();
    await page.keyboard.press('f');
    const kinds = await add(page, 'Kind', 'Actors and events');
    await kinds.getByRole('checkbox', { name: /^States/ }).uncheck();
    const { nodes } = await idsOnScreen(page);
    expect(nodes).not.toContain('russia');
    // kept once the picture rests
    await page.getByRole('button', { name: 'Show everything' }).click();
    await atRest(page);
    await page.reload();
    await atRest(page);
    await expect.poll(async () => (await idsOnScreen(page)).nodes).toEqual(nodes);
    expect(await page.getByRole('button', { name: 'Filters 1 on' }).count()).toBe(1);
  });

  for (const [name, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { ...phone, colorScheme: 'light' }],
  ] as const)
    it(`has nothing for axe to complain of, ${name}`, async () => {
      const page = await open(options);
      await page.keyboard.press('f');
      await add(page, 'Verb', 'Claims');
      await add(page, 'Date', 'Claims');
      await filters(page).getByRole('slider', { name: 'Date: from' }).press('PageUp');
      await atRest(page);
      await keepShot(page, `filters-${name}`);
      expect(await complaints(page)).toEqual([]);
    });

  it('works with a finger on a phone, and leaves the picture in view', async () => {
    const page = await open(phone);
    await page.getByRole('button', { name: 'Look' }).tap();
    await page.getByRole('menuitem', { name: 'Filters' }).tap();
    const kinds = await add(page, 'Kind', 'Actors and events');
    await kinds.getByRole('checkbox', { name: /^States/ }).tap();
    await expect.poll(async () => (await idsOnScreen(page)).nodes).not.toContain('russia');
    const box = await filters(page).boundingBox();
    expect(box?.y).toBeGreaterThan(200);
    await filters(page).getByRole('button', { name: 'Close the filters' }).tap();
    await page.getByRole('button', { name: 'Look 1 on' }).waitFor();
    expect((await drawn(page, 'taliban')).kind).toBe('node');
  });
});
