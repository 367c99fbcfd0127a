import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium lies, or null. */
export const chromiumPath: string | null =
  candidates.find((path) => path !== undefined && existsSync(path)) ?? null;

/** Why there is no browser to test with, or null. Under CI a missing browser is a failure, not a skip. */
export function whyNoBrowser(): string | null {
  if (chromiumPath !== null) return null;
  const why = 'no Chromium found: install one (Debian: chromium) or set CHROMIUM_PATH';
  if (process.env['CI'] === 'true') throw new Error(why);
  return why;
}

/** A headless Chromium that draws WebGL in software and calls nobody. */
export async function launchBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
}

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Opens a page and waits until the picture has settled; `errors` gathers what the page complains of. */
export async function openPicture(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = desktop,
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await page.locator('[data-settled="true"]').waitFor({ timeout: 60_000 });
  return { page, errors };
}
