/** What every journey begins with: one browser a file, a fresh page a test, and no complaint of a page goes unnoticed. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { desktop, launchBrowser } from './browser.ts';
import { atRest } from './on-screen.ts';

interface Visit extends BrowserContextOptions {
  /** Another server than the one that all journeys share. */
  readonly url?: string;
  /** False where no picture is to be waited for: an empty graph, say. */
  readonly hasPicture?: boolean;
  /** Complaints that belong to the journey: a server that goes away, say. */
  readonly mayComplain?: RegExp;
}

/** Opens Entente as a first visitor finds it, and waits until the picture is at rest. */
export type Open = (visit?: Visit) => Promise<Page>;

/** Chromium's own line for any reply of 4xx: the page has been told, and says so to the reader in words. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d\b/;

/** A `describe` of what someone wants, skipped where there is no browser. Errors of a page fail the test it was opened in. */
export function journey(title: string, tests: (open: Open) => void): void {
  const shared = inject('ententeUrl');
  // oxlint-disable-next-line vitest/valid-title -- it is one: each journey gives its own
  describe.skipIf(shared === null)(title, () => {
    let browser: Browser | undefined;
    let complaints: string[] = [];
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());
    afterEach(async () => {
      const said = complaints;
      complaints = [];
      for (const context of browser?.contexts() ?? []) await context.close();
      expect(said, 'what the page complained of').toEqual([]);
    });

    tests(async ({ url = shared ?? '', hasPicture = true, mayComplain, ...options } = {}) => {
      if (browser === undefined) throw new Error('no browser');
      const context = await browser.newContext({ baseURL: url, ...desktop, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const note = (complaint: string): void => {
        if (!REFUSED.test(complaint) && mayComplain?.test(complaint) !== true) complaints.push(complaint);
      };
      page.on('pageerror', (error) => note(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') note(message.text());
      });
      await page.goto(url);
      if (hasPicture) await atRest(page);
      return page;
    });
  });
}

/** Keeps a screenshot, for a person to look at, in the folder that `SCREENSHOTS` names; nothing where it names none. */
export async function keepShot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
