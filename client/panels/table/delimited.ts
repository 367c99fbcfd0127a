/** Rows as text for other programs: CSV (RFC 4180) for files, tab-separated for the clipboard. */
import type { Cell } from './columns.ts';

/** What a spreadsheet would run as a formula when it opens the text. @see https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that begins like a formula gets an apostrophe before it; numbers stay numbers. */
const safe = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Lines end with CR LF, the head first. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(safe(cell))).join(',')}\r\n`).join('');

/** Tabs and line breaks inside a cell become spaces: a spreadsheet takes them for the next cell. */
export const tsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map((cell) => safe(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
