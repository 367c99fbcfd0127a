/**
 * CSV as LOAD CSV reads it, piece by piece. Neo4j's rules: a field that begins with a quotation mark ends with one, and
 * in it `""` and `\"` are a mark and `\\` a backslash; an empty field without marks is null; an empty line is no record.
 *
 * @see https://neo4j.com/docs/cypher-manual/5/clauses/load-csv/
 */
import { CypherError } from '../../errors.ts';

export type CsvRecord = (string | null)[];

/** Longest field and record, in UTF-16 units: a mark that is never closed must not fill the memory. */
const MAX_LENGTH = 16 * 1024 * 1024;

const [QUOTE, BACKSLASH, LF, CR] = [34, 92, 10, 13];

export class CsvParser {
  readonly #name: string;
  readonly #terminator: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #record: CsvRecord = [];
  #field = '';
  #state: 'start' | 'plain' | 'quoted' | 'escaped' | 'closed' = 'start';
  #afterCr = false;
  /** Lines of the file before the one that is read, and where the quoted field began. */
  #lines = 0;
  #quotedAt = 0;

  /** @param name what messages call the file */
  constructor(name: string, terminator: string) {
    this.#name = name;
    this.#terminator = terminator.charCodeAt(0);
  }

  /**
   * The records that are whole with this piece of the file.
   *
   * @throws CypherError it is no UTF-8 or no CSV; with the line
   */
  push(bytes: Uint8Array): CsvRecord[] {
    return this.#read(this.#decoded(bytes));
  }

  /** The last record, where no line end follows it. @throws CypherError a quoted field is not closed */
  end(): CsvRecord[] {
    const records = this.#read(this.#decoded(null));
    if (this.#state === 'quoted' || this.#state === 'escaped') {
      throw this.#fault(`Missing end for quote (") which started on line ${this.#quotedAt + 1}`);
    }
    if (this.#state === 'closed') this.#endField(this.#field);
    else if (this.#state === 'plain' || this.#record.length > 0) this.#endField(this.#field || null);
    this.#endRecord(records);
    return records;
  }

  #decoded(bytes: Uint8Array | null): string {
    try {
      return bytes === null ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw this.#fault('the file is not UTF-8 text', this.#lines + linesOfText(bytes) + 1);
    }
  }

  #read(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    const terminator = this.#terminator;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      switch (this.#state) {
        case 'start':
          from = at;
          if (code === LF && this.#afterCr) {
            this.#afterCr = false;
            break;
          }
          this.#afterCr = false;
          if (code === QUOTE) {
            this.#state = 'quoted';
            this.#quotedAt = this.#lines;
            from = at + 1;
            break;
          }
          this.#state = 'plain';
          // what it begins with may be its end as well
          at -= 1;
          break;
        case 'plain':
          if (code !== terminator && code !== LF && code !== CR) break;
          this.#take(text, from, at);
          this.#endField(this.#field || null);
          if (code !== terminator) this.#endLine(records, code);
          break;
        case 'quoted':
          if (code === LF) this.#lines += 1;
          if (code === QUOTE || code === BACKSLASH) {
            this.#take(text, from, at);
            this.#state = code === QUOTE ? 'closed' : 'escaped';
          }
          break;
        case 'escaped':
          // before anything else a backslash stands for itself
          if (code !== QUOTE && code !== BACKSLASH) this.#take('\\', 0, 1);
          if (code === LF) this.#lines += 1;
          from = at;
          this.#state = 'quoted';
          break;
        case 'closed':
          if (code === QUOTE) {
            this.#state = 'quoted';
            from = at;
          } else if (code === terminator || code === LF || code === CR) {
            this.#endField(this.#field);
            if (code !== terminator) this.#endLine(records, code);
          } else {
            throw this.#fault(
              `there are characters after the quotation mark that ends a field, which is not supported: '${this.#field.slice(-20)}"${text.slice(at, at + 20)}'`,
            );
          }
      }
    }
    if (this.#state === 'plain' || this.#state === 'quoted') this.#take(text, from, text.length);
    return records;
  }

  #take(text: string, from: number, to: number): void {
    if (to > from) this.#field += text.slice(from, to);
    if (this.#field.length > MAX_LENGTH) {
      throw this.#fault(
        `a field is longer than ${MAX_LENGTH} characters; a quotation mark may not be closed`,
      );
    }
  }

  #endField(value: string | null): void {
    this.#record.push(value);
    this.#field = '';
    this.#state = 'start';
    if (this.#record.length > MAX_LENGTH) throw this.#fault(`a line has more than ${MAX_LENGTH} fields`);
  }

  #endLine(records: CsvRecord[], code: number): void {
    this.#lines += 1;
    this.#afterCr = code === CR;
    this.#endRecord(records);
  }

  #endRecord(records: CsvRecord[]): void {
    const empty = this.#record.length === 0 || (this.#record.length === 1 && this.#record[0] === null);
    if (!empty) records.push(this.#record);
    this.#record = [];
  }

  #fault(what: string, line = this.#lines + 1): CypherError {
    return new CypherError(
      'Neo.DatabaseError.Statement.ExecutionFailed',
      `At ${this.#name}, line ${line} - ${what}`,
    );
  }
}

/** How many lines before the first that is no UTF-8. */
function linesOfText(bytes: Uint8Array | null): number {
  if (bytes === null) return 0;
  let lines = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, at));
    } catch {
      // the first line of a piece may begin within a character
      if (lines > 0 || from > 0) return lines;
    }
    lines += 1;
    from = at + 1;
  }
  return lines;
}
