/** Someone has found something, and shows a colleague exactly that picture; or comes back to it the next day. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startServer } from '../support/server.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, clickOn, drawn, idsOnScreen, inspector, selectedId } from './on-screen.ts';

/** What is there, and where its nodes lie. */
const seen = async (page: Page) => ({
  ids: await idsOnScreen(page),
  selected: await selectedId(page),
  places: new Map(
    (await allDrawn(page)).flatMap(({ kind, id, x, y }) => (kind === 'node' ? [[id, [x, y] as const]] : [])),
  ),
});

function farthest(a: Awaited<ReturnType<typeof seen>>, b: Awaited<ReturnType<typeof seen>>): number {
  const apart = [...a.places].flatMap(([id, [x, y]]) => {
    const other = b.places.get(id);
    return other === undefined ? [] : [Math.hypot(x - other[0], y - other[1])];
  });
  return Math.max(...apart);
}

journey('Showing a colleague', (open) => {
  it('copies a link that shows exactly this picture in another browser', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await clickOn(page, await drawn(page, 'iran'));
    await inspector(page).waitFor();
    await page.keyboard.press('Delete');
    await atRest(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await atRest(page);
    await clickOn(page, await drawn(page, 'china'));
    await inspector(page).waitFor();
    await atRest(page);
    await page.getByRole('button', { name: 'Copy a link to this picture' }).click();
    await page.getByText('Link copied').waitFor();
    await keepShot(page, 'link-copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(8_000);
    const mine = await seen(page);

    const theirs = await open({ url: link });
    const shown = await seen(theirs);
    await keepShot(theirs, 'link-opened');
    expect([shown.ids, shown.selected]).toEqual([mine.ids, 'china']);
    expect(shown.ids.nodes).not.toContain('iran');
    expect(farthest(mine, shown)).toBeLessThan(6);
  });

  it('leaves the link in the address bar where the clipboard is refused', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy a link to this picture' }).click();
    await page.getByText('The link is in the address bar').waitFor();
    expect(page.url()).toMatch(/#view=./);
  });

  it('says of a link that was cut what happened, and shows the whole graph', async () => {
    const page = await open();
    const whole = await idsOnScreen(page);
    const base = page.url();
    const other = await open({ url: `${base}#view=AAAA` });
    await other.getByText('The link could not be opened').waitFor();
    expect(await idsOnScreen(other)).toEqual(whole);
  });

  it('copies a short link also to a picture that no link could hold, and says when it is gone', async () => {
    const own = await startServer(['--no-seed', '--allow-writes']);
    try {
      const database = `${own.url}/db/neo4j/query/v2`;
      const statement = 'UNWIND range(1, 400) AS i CREATE (:Actor {id: randomUUID(), name: toString(i)})';
      const body = JSON.stringify({ statement, accessMode: 'Write' });
      await fetch(database, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const permissions = ['clipboard-read', 'clipboard-write'];
      const page = await open({ url: own.url, permissions });
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.getByRole('button', { name: 'Copy a link to this picture' }).click();
      await page.getByText('Link copied').waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toMatch(/#v=[0-9a-z]{19}$/);
      const mine = await seen(page);
      const theirs = await seen(await open({ url: link }));
      expect(theirs.ids).toEqual(mine.ids);
      expect(farthest(mine, theirs)).toBeLessThan(6);

      const gone = await open({ url: link.replace(/#v=.*/, `#v=${'0'.repeat(19)}`) });
      await gone.getByText('The link could not be opened').waitFor();
      expect((await idsOnScreen(gone)).nodes.length).toBe(mine.ids.nodes.length);
    } finally {
      await own.stop();
    }
  });

  it('brings the last picture back after a reload, and the whole graph when asked', async () => {
    const page = await open();
    // whoever comes back is shown no first line, and the picture has its room
    await page.getByRole('button', { name: 'Close this hint' }).click();
    await atRest(page);
    const whole = await idsOnScreen(page);
    await clickOn(page, await drawn(page, 'iran'));
    await inspector(page).waitFor();
    await page.keyboard.press('Delete');
    await atRest(page);
    const before = await seen(page);
    await page.reload();
    await page.getByText('Your last picture is back').waitFor();
    await atRest(page);
    const after = await seen(page);
    expect(after.ids).toEqual(before.ids);
    expect(farthest(before, after)).toBeLessThan(6);
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('menuitem', { name: 'Begin again with the whole graph' }).click();
    await atRest(page);
    expect(await idsOnScreen(page)).toEqual(whole);
  });
});
