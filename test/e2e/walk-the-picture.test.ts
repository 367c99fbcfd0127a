/** Someone who does not see the picture wants to go from one actor to the next along what was claimed. */
import { expect, it } from 'vitest';
import { journey } from './journey.ts';
import { atRest, inspector, selectedId } from './on-screen.ts';

journey('Walking through the picture', (open) => {
  it('goes through the claims of an actor, on to who they are about, and back; what is said is what is there', async () => {
    const page = await open();
    const picture = page.getByRole('listbox', { name: /^Picture of/ });
    const marked = async (): Promise<string | null> => {
      const id = await picture.getAttribute('aria-activedescendant');
      return id === null ? null : page.locator(`[id="${id}"]`).getAttribute('data-id');
    };
    const said = (): Promise<string[]> => page.getByRole('status').allTextContents();
    await picture.focus();
    await page.keyboard.press('ArrowDown');
    const hub = (await marked()) ?? '';
    const reply = await page.request.get('/api/overview');
    const { nodes, relationships } = (await reply.json()) as { nodes: { id: string; properties: { name: string } }[]; relationships: { id: string; source: string; target: string }[] }; // prettier-ignore
    const nameOf = (id: string): string => nodes.find((node) => node.id === id)?.properties.name ?? '?';
    const touching = relationships.filter(({ source, target }) => source === hub || target === hub);
    await expect.poll(said).toContain(`${nameOf(hub)}, ${touching.length} claims: down goes through them.`);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const neighbour = (await marked()) ?? '';
    const ends = touching.flatMap(({ source, target }) => [source, target]);
    expect(neighbour).not.toBe(hub);
    expect(ends).toContain(neighbour);
    await expect.poll(async () => (await said()).some((text) => text.startsWith(`2 of ${touching.length}: `))).toBe(true); // prettier-ignore

    // on from there, and back
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await said()).some((text) => text.startsWith(`${nameOf(neighbour)}, `))).toBe(true); // prettier-ignore
    await page.keyboard.press('ArrowLeft');
    await expect.poll(marked).toBe(hub);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await inspector(page).getByRole('blockquote').first().waitFor();
    const opened = await selectedId(page);
    expect(touching.map(({ id }) => id)).toContain(opened);

    // what lies to the right, in the picture as it is drawn
    await picture.focus();
    await page.keyboard.press('ArrowDown');
    await atRest(page);
    const xOf = async (): Promise<number> => {
      const id = await picture.getAttribute('aria-activedescendant');
      return Number(await page.locator(`[id="${id}"]`).getAttribute('data-x'));
    };
    const before = await xOf();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(xOf).toBeLessThan(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => selectedId(page)).toBe(await marked());
  });
});
