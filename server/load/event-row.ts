/** One row of an event file: who did what to whom, and when. */
import { CypherError } from '../../graph/errors.ts';
import { parseDate, parseDateTime } from '../../graph/query/temporal/parse.ts';
import type { DateTime, LocalDate } from '../../graph/temporal.ts';
import { relationshipType } from './relationship-type.ts';

export interface EventRow {
  readonly source: string;
  /** The verb phrase, verbatim. */
  readonly phrase: string;
  readonly type: string;
  readonly target: string;
  readonly date: LocalDate | DateTime;
}

/** The row cannot be taken; the message says why. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

const COLUMNS = ['source', 'relation', 'target', 'date'] as const;
type Column = (typeof COLUMNS)[number];
export type Header = Readonly<Record<Column, number>> & { readonly width: number };

/** Names and phrases beyond this are no names: ids and types are made of them, and stores bound those. */
const LONGEST_TEXT = 500;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Where the needed columns are; others may stand beside them.
 * @throws BadRow a needed column is missing: nothing in the file can be read
 */
export function readHeader(line: string): Header {
  const names = line.split('\t').map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new BadRow(
      `the first line must name the columns, separated by tabs: ${COLUMNS.join(', ')}; missing: ${missing.join(', ')}`,
    );
  const at = (column: Column): number => names.indexOf(column);
  return {
    source: at('source'),
    relation: at('relation'),
    target: at('target'),
    date: at('date'),
    width: names.length,
  };
}

/**
 * Reads a row. A date without an offset is taken as UTC.
 * @throws BadRow
 */
export function readEventRow(line: string, header: Header): EventRow {
  const fields = line.split('\t');
  if (fields.length !== header.width)
    throw new BadRow(`the row has ${fields.length} columns, the header ${header.width}`);
  const field = (column: Column): string => {
    const value = (fields[header[column]] ?? '').trim();
    if (value === '') throw new BadRow(`${column} is empty`);
    if (value.length > LONGEST_TEXT) throw new BadRow(`${column} is longer than ${LONGEST_TEXT} characters`);
    return value;
  };
  const source = field('source');
  const phrase = field('relation');
  const target = field('target');
  const type = relationshipType(phrase);
  if (type === null) throw new BadRow(`relation ${JSON.stringify(phrase)} has no letters`);
  return { source, phrase, type, target, date: readDate(field('date')) };
}

function readDate(text: string): LocalDate | DateTime {
  try {
    if (DATE.test(text)) return parseDate(text);
    if (DATE_TIME.test(text)) return parseDateTime(text, 0);
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
  }
  throw new BadRow(`date ${JSON.stringify(text)} is no date such as 2018-01-25 or 2018-01-25T00:15:00Z`);
}
