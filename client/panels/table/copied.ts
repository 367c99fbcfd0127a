/** Rows taken out of the table: to the clipboard, or as a file. */
import { announce } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { copyText } from '../clipboard.ts';
import { notifyFailure } from '../status/notify.tsx';
import type { Cell, Column } from './columns.ts';
import { csv, tsv } from './delimited.ts';

const cells = (columns: readonly Column[], ids: readonly string[]): Cell[][] => [
  columns.map(({ title }) => title),
  ...ids.map((id) => columns.map((column) => column.cellOf(id))),
];

/** What Ctrl C puts on the clipboard: the rows under their heads. */
export const copiedText = (columns: readonly Column[], ids: readonly string[]): string =>
  tsv(cells(columns, ids));

export async function copy(columns: readonly Column[], ids: readonly string[]): Promise<void> {
  if (await copyText(copiedText(columns, ids))) sayCopied(ids.length);
  else
    notifyFailure(
      'Nothing was copied',
      new Error('The browser does not give access to the clipboard. Select rows and press Ctrl C, or download them.'), // prettier-ignore
    );
}

export const sayCopied = (rows: number): void => announce(`${counted(rows, 'row', 'rows')} copied.`);

/** A byte order mark, so that spreadsheets read the text as UTF-8. */
const BOM = '\uFEFF';

export function download(name: string, columns: readonly Column[], ids: readonly string[]): void {
  const url = URL.createObjectURL(
    new Blob([BOM, csv(cells(columns, ids))], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken hold of it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  announce(`${counted(ids.length, 'row', 'rows')} downloaded as ${name}.`);
}
