/** LOAD CSV: what is expected is what Neo4j 5.26.30 answers, but for text that is no UTF-8, which it reads as `�`. */
import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import { CsvParser, type CsvRecord } from '../../../../../graph/query/run/csv.ts';
import type { ImportSource } from '../../../../../graph/query/run/load-csv.ts';
import { Database } from '../statements.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In pieces of one size, so that everything is cut somewhere. */
function parsed(bytes: Uint8Array, size: number, terminator = ','): CsvRecord[] {
  const parser = new CsvParser('x.csv', terminator);
  const records: CsvRecord[] = [];
  for (let at = 0; at < bytes.length; at += size) records.push(...parser.push(bytes.subarray(at, at + size)));
  return [...records, ...parser.end()];
}

describe.each([1, 2, 7, 1000])('CSV in pieces of %i bytes', (size) => {
  it.each<[string, string, CsvRecord[]]>([
    [
      'fields and lines',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['the line ends of Windows and of the old Mac', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
    [
      'no field and an empty text apart',
      'a,,""\n,\n5,',
      [
        ['a', null, ''],
        [null, null],
        ['5', null],
      ],
    ],
    ['no record for an empty line', '\n\na\n\r\n', [['a']]],
    ['quoted terminators, line ends and marks', '"a,b\nc ""d""",e', [['a,b\nc "d"', 'e']]],
    [
      'marks and backslashes after a backslash',
      String.raw`"x\"y","c\\","p\q",a\,b`,
      [['x"y', 'c\\', String.raw`p\q`, 'a\\', 'b']],
    ],
    ['blanks and marks inside a field', '  sp  ,z"q"', [['  sp  ', 'z"q"']]],
    ['a byte order mark, and characters of many bytes', '\ufeffé,😀\n', [['é', '😀']]],
  ])('%s', (_what, text, records) => {
    expect(parsed(encode(text), size)).toEqual(records);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'an unclosed mark',
      encode('a\n"b\nc\n'),
      'At x.csv, line 4 - Missing end for quote (") which started on line 2',
    ],
    [
      'text after the mark that closes',
      encode('a\n"b" c\n'),
      'At x.csv, line 2 - there are characters after',
    ],
    ['Latin 1', new Uint8Array([97, 10, 98, 10, 0xe9, 10]), 'the file is not UTF-8 text'],
  ])('refuses %s', (_what, bytes, message) => {
    expect(() => parsed(bytes, size)).toThrow(message);
  });
});

describe('LOAD CSV', () => {
  const files: Readonly<Record<string, string>> = {
    'file:///a.csv': 'id,name\n1,Ann\n2\n3,Bob,more\n',
    'file:///b.csv': 'x;y\n',
  };
  const imports: ImportSource = {
    open: async (url) => {
      const text = files[url];
      if (text === undefined) throw new CypherError('Neo.ClientError.Statement.ExternalResourceFailed', url);
      return {
        path: `/import/${url.slice(8)}`,
        pieces: (async function* () {
          yield encode(text);
        })(),
      };
    },
  };
  const rows = async (statement: string): Promise<unknown> =>
    (await new Database().run(statement, {}, { imports })).rows;

  it('gives a list for each line', async () => {
    expect(await rows("LOAD CSV FROM 'file:///b.csv' AS row FIELDTERMINATOR ';' RETURN row")).toEqual([
      [['x', 'y']],
    ]);
  });

  it('gives a map with headers, and says where it is', async () => {
    const statement =
      "LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS row WITH row RETURN row.id, row.name, file(), linenumber()";
    expect(await rows(statement)).toEqual([
      ['1', 'Ann', '/import/a.csv', 2n],
      ['2', null, '/import/a.csv', 3n],
      ['3', 'Bob', '/import/a.csv', 4n],
    ]);
  });

  it('reads a file for each row, with batches of their own', async () => {
    const database = new Database();
    const statement =
      "UNWIND ['a', 'b'] AS name LOAD CSV FROM 'file:///' + name + '.csv' AS row CALL (row) { CREATE (:Row {first: row[0]}) } IN TRANSACTIONS OF 2 ROWS";
    const { summary } = await database.run(statement, {}, { imports });
    expect(summary.counters.nodesCreated).toBe(5);
  });

  it('says how it is turned on where it is off', async () => {
    expect(await new Database().failure("LOAD CSV FROM 'file:///a.csv' AS row RETURN row")).toContain(
      'Start the server with `--import-folder <folder>` (or ENTENTE_IMPORT)',
    );
  });

  it('is refused in an expression, which cannot wait', async () => {
    expect(
      await new Database().failure("RETURN COUNT { LOAD CSV FROM 'file:///a.csv' AS row RETURN row } AS c"),
    ).toContain('use CALL () { … } instead');
  });

  it('has no file and no line elsewhere', async () => {
    expect(await new Database().rows('RETURN file() AS a, linenumber() AS b')).toEqual(['null | null']);
  });
});
