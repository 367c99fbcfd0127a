/** Someone far from the server opens a picture: it says how much has come, and lets itself be stopped. */
import { expect, it } from 'vitest';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, clickOn, drawn, idsOnScreen, inspector } from './on-screen.ts';

/** Bytes a second: what is opened takes some seconds. */
const SLOW = 6_000;

async function slowDown(page: Page, bytesPerSecond = SLOW): Promise<CDPSession> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: bytesPerSecond, uploadThroughput: -1 }); // prettier-ignore
  return network;
}

/** Bytes that have come, and of how many, as the bar has it: shares of the whole, each larger than the one before. */
async function shares(bar: Locator): Promise<number[]> {
  const seen: number[] = [];
  for (let looks = 0; looks < 40; looks++) {
    const share = await bar.evaluate((element: HTMLProgressElement) => element.value, undefined, { timeout: 500 }).catch(() => null); // prettier-ignore
    if (share === null) break;
    if (share !== seen.at(-1)) seen.push(share);
    await bar.page().waitForTimeout(50);
  }
  return seen;
}

const dismissIran = async (page: Page): Promise<void> => {
  await clickOn(page, await drawn(page, 'iran'));
  await inspector(page).waitFor();
  await page.keyboard.press('Delete');
};

const beginAgain = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('menuitem', { name: 'Begin again with the whole graph' }).click();
};

journey('Opening on a slow line', (open) => {
  it('shows how much of the graph has come, and leaves all as it was where it is stopped', async () => {
    const page = await open();
    await dismissIran(page);
    const before = await idsOnScreen(page);
    const network = await slowDown(page, 1_500);
    // the browser has the same graph from a moment ago
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });

    await beginAgain(page);
    const bar = page.getByRole('progressbar', { name: 'Open the graph' });
    await bar.waitFor();
    await page.getByText(/^Open the graph …[1-9]\d* of [1-9]\d* KB$/).waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'slow-graph');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Stopped: Open the graph. The picture is as it was.').first().waitFor();
    expect(await idsOnScreen(page)).toEqual(before);

    await slowDown(page);
    await beginAgain(page);
    await bar.waitFor();
    const seen = await shares(bar);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    await bar.waitFor({ state: 'detached' });
    await expect.poll(async () => (await idsOnScreen(page)).nodes).toContain('iran');
  });

  it('keeps the last picture where opening it is stopped, and opens it when asked again', async () => {
    const page = await open();
    await dismissIran(page);
    const before = await idsOnScreen(page);
    // it is kept a moment later
    await expect.poll(() => page.evaluate(() => localStorage.getItem('entente-session') !== null)).toBe(true);
    const network = await slowDown(page);
    await page.reload();
    await page.getByText(/^Open your last picture …/).waitFor();
    await keepShot(page, 'slow-last-picture');
    await page.getByRole('button', { name: 'Cancel' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'Nothing was opened' });
    await notice.waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'slow-stopped');
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }); // prettier-ignore
    await notice.getByRole('button', { name: 'Retry' }).click();
    await atRest(page);
    expect(await idsOnScreen(page)).toEqual(before);
  });
});
