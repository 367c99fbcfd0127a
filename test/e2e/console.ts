/** The console as its reader works it. */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { cypherConsole } from './on-screen.ts';

export const editor = (page: Page): Locator =>
  cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' });
export const status = (page: Page): Locator => cypherConsole(page).getByRole('status').last();

/** Types a statement in place of what is in the editor; opens the console where it is closed. */
export async function write(page: Page, statement: string): Promise<void> {
  if ((await cypherConsole(page).count()) === 0) await page.keyboard.press('c');
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  // as text that is pasted: brackets that the editor closes by itself would come twice
  await page.keyboard.insertText(statement);
  await expect.poll(() => editor(page).evaluate((field) => [...field.querySelectorAll('.cm-line')].map(({ textContent }) => textContent).join('\n'))).toBe(statement); // prettier-ignore
}

/** Writes a statement and runs it with the keyboard. */
export async function run(page: Page, statement: string): Promise<void> {
  await write(page, statement);
  await page.keyboard.press('Control+Enter');
}

/** The text of every cell, row by row, without the heads. */
export async function rowsOf(page: Page): Promise<string[][]> {
  const rows = await cypherConsole(page).getByRole('row').all();
  const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allTextContents()));
  // a sign stands before the name of a node
  return texts.map((cells) => cells.map((text) => text.trim()));
}

/** What is underlined as wrong in the editor, with where it begins; lines and columns count from 1. */
export function underlined(page: Page): Promise<{ text: string; line: number; column: number }[]> {
  return editor(page).evaluate((field) =>
    [...field.querySelectorAll('.cm-line')].flatMap((line, at) =>
      [...line.querySelectorAll('.cm-lintRange-error')].map((mark) => {
        const before = document.createRange();
        before.setStart(line, 0);
        before.setEndBefore(mark);
        return { text: mark.textContent, line: at + 1, column: before.toString().length + 1 };
      }),
    ),
  );
}
