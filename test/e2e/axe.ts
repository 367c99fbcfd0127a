/** What stands in the way of people who use a page with a screen reader, a keyboard, poor sight. */
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds: rule, how grave, and where. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // things that are still fading in have colours of their own
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${impact}): ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
