/** `IS :: LIST<INTEGER NOT NULL> | STRING`: tests for types as text. */
import type { RunValue } from '../runtime.ts';
import { syntaxError } from './errors.ts';
import { isList, TYPE_NAMES, typeName } from './types.ts';

export type TypeTest = (value: RunValue) => boolean;

/** Other names of the types, as Neo4j takes them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['BOOL', 'BOOLEAN'],
  ['VARCHAR', 'STRING'],
  ['INT', 'INTEGER'],
  ['SIGNED INTEGER', 'INTEGER'],
  ['INTEGER64', 'INTEGER'],
  ['INT64', 'INTEGER'],
  ['FLOAT64', 'FLOAT'],
  ['TIME WITHOUT TIME ZONE', 'LOCAL TIME'],
  ['TIME WITHOUT TIMEZONE', 'LOCAL TIME'],
  ['TIME WITH TIME ZONE', 'ZONED TIME'],
  ['TIME WITH TIMEZONE', 'ZONED TIME'],
  ['TIMESTAMP WITHOUT TIME ZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITHOUT TIMEZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITH TIME ZONE', 'ZONED DATETIME'],
  ['TIMESTAMP WITH TIMEZONE', 'ZONED DATETIME'],
  ['VERTEX', 'NODE'],
  ['ANY NODE', 'NODE'],
  ['ANY VERTEX', 'NODE'],
  ['EDGE', 'RELATIONSHIP'],
  ['ANY EDGE', 'RELATIONSHIP'],
  ['ANY RELATIONSHIP', 'RELATIONSHIP'],
  ['ANY MAP', 'MAP'],
  ['ARRAY', 'LIST'],
  ['ANY VALUE', 'ANY'],
]);

/** What a property can hold: the types between `NULL` and `NODE` in the order of `TYPE_NAMES`. */
const PROPERTY_VALUES = new Set<string>(TYPE_NAMES.slice(1, TYPE_NAMES.indexOf('NODE')));

/**
 * A test for a type as text: names, `LIST<…>`, `NOT NULL` or `!`, unions with `|`, `ANY<…>`. Null passes every type
 * that is not `NOT NULL`.
 * @throws CypherError the text is no type
 */
export function typeTest(text: string): TypeTest {
  const parser = new TypeParser(text.toUpperCase().match(/[A-Z0-9]+|[<>|!]/g) ?? []);
  const test = parser.union();
  if (!parser.done) throw syntaxError(`Invalid type: ${text}`);
  return test;
}

class TypeParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw syntaxError(`Invalid type: ${this.#tokens.join(' ')}`);
  }

  union(): TypeTest {
    const tests = [this.#type()];
    while (this.#take('|')) tests.push(this.#type());
    const [only] = tests;
    return only !== undefined && tests.length === 1 ? only : (value) => tests.some((test) => test(value));
  }

  #type(): TypeTest {
    let test = this.#plain();
    // The older suffix form: `STRING LIST`.
    while (this.#take('LIST') || this.#take('ARRAY')) test = listOf(this.#nullable(test));
    return this.#nullable(test);
  }

  #nullable(test: TypeTest): TypeTest {
    if (test === isNothing) return test;
    if (this.#take('!')) return (value) => value !== null && test(value);
    if (!this.#take('NOT')) return (value) => value === null || test(value);
    this.#expect('NULL');
    return (value) => value !== null && test(value);
  }

  #plain(): TypeTest {
    const words: string[] = [];
    for (;;) {
      const word = this.#tokens[this.#at];
      if (word === undefined || !/^[A-Z0-9]+$/.test(word) || word === 'NOT') break;
      if (words.length > 0 && (word === 'LIST' || word === 'ARRAY')) break;
      words.push(word);
      this.#at++;
    }
    const written = words.join(' ');
    const name = ALIASES.get(written) ?? written;
    if (name === 'NOTHING') return isNothing;
    if (name === 'LIST' || name === 'ANY') {
      if (!this.#take('<')) return name === 'ANY' ? () => true : isList;
      const inner = this.union();
      this.#expect('>');
      return name === 'ANY' ? inner : listOf(inner);
    }
    if (name === 'PROPERTY VALUE') return isPropertyValue;
    if (!TYPE_NAMES.some((known) => known === name)) throw syntaxError(`Invalid type: ${written}`);
    return (value) => typeName(value) === name;
  }
}

/** No value is of this type, null neither. */
const isNothing: TypeTest = () => false;

const listOf =
  (test: TypeTest): TypeTest =>
  (value) =>
    isList(value) && value.every(test);

function isPropertyValue(value: RunValue): boolean {
  if (!isList(value)) return PROPERTY_VALUES.has(typeName(value));
  const types = new Set(value.map(typeName));
  return types.size === 0 || (types.size === 1 && [...types].every((type) => PROPERTY_VALUES.has(type)));
}
