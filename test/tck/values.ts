/** Values as the TCK writes them in the cells of a table, and the text by which two of them are compared. */
import { isList, isMap, Node, Path, Relationship, type Properties, type Value } from '../../graph/model.ts';
import { printFloat } from '../../graph/float.ts';
import { printScalar } from '../../graph/query/values/print.ts';

/**
 * Reads a cell: Cypher's literals, `NaN`, `Inf`, `(:Label {key: value})`, `[:TYPE {key: value}]`, `<(n)-[r]->(m)>`.
 * A temporal value is written as a string.
 *
 * @throws Error the cell is something else
 * @see https://github.com/opencypher/openCypher/blob/main/tck/README.adoc
 */
export function readValue(cell: string): Value {
  return new CellReader(cell).whole();
}

const NUMBERS: Readonly<Record<string, number>> = { NaN, Inf: Infinity, '-Inf': -Infinity };

class CellReader {
  readonly #text: string;
  #at = 0;
  /** Elements of a cell are told apart by nothing but their order. */
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Value {
    const value = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) throw this.#wrong();
    return value;
  }

  #value(): Value {
    this.#skip();
    switch (this.#text[this.#at]) {
      case "'":
        return this.#string();
      case '{':
        return this.#map();
      case '(':
        return this.#node();
      case '<':
        return this.#path();
      case '[':
        return this.#text[this.#at + 1] === ':' ? this.#relationship('', '') : this.#list();
      default:
        return this.#word();
    }
  }

  #word(): Value {
    const word = this.#match(/[^\s,\]}>)]+/y);
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (/^-?\d+$/.test(word)) return BigInt(word);
    const number = NUMBERS[word] ?? (/^-?[\d.]+(e[+-]?\d+)?$/i.test(word) ? Number(word) : undefined);
    if (number === undefined) throw this.#wrong();
    return number;
  }

  #string(): string {
    const quoted = this.#match(/'(?:[^'\\]|\\.)*'/sy);
    return quoted.slice(1, -1).replaceAll(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
  }

  #list(): readonly Value[] {
    const items: Value[] = [];
    this.#between('[', ']', () => items.push(this.#value()));
    return items;
  }

  #map(): ReadonlyMap<string, Value> {
    const entries = new Map<string, Value>();
    this.#between('{', '}', () => {
      const key = this.#match(/`[^`]*`|[^\s:]+/y).replaceAll('`', '');
      this.#expect(':');
      entries.set(key, this.#value());
    });
    return entries;
  }

  #properties(): Properties {
    this.#skip();
    return this.#text[this.#at] === '{' ? this.#map() : new Map();
  }

  #node(): Node {
    this.#expect('(');
    const labels: string[] = [];
    while (this.#take(':')) labels.push(this.#match(/[^\s:){]+/y));
    const properties = this.#properties();
    this.#expect(')');
    return new Node(`n${this.#elements++}`, labels, properties);
  }

  #relationship(from: string, to: string): Relationship {
    this.#expect('[');
    this.#expect(':');
    const type = this.#match(/[^\s\]{]+/y);
    const properties = this.#properties();
    this.#expect(']');
    return new Relationship(`r${this.#elements++}`, from, to, type, properties);
  }

  #path(): Path {
    this.#expect('<');
    const nodes = [this.#node()];
    const relationships: Relationship[] = [];
    while (!this.#take('>')) {
      const against = this.#take('<');
      this.#expect('-');
      const { type, properties, elementId } = this.#relationship('', '');
      this.#expect('-');
      if (!against) this.#expect('>');
      const from = nodes.at(-1)?.elementId ?? '';
      const next = this.#node();
      const [source, target] = against ? [next.elementId, from] : [from, next.elementId];
      relationships.push(new Relationship(elementId, source, target, type, properties));
      nodes.push(next);
    }
    return new Path(nodes, relationships);
  }

  #between(open: string, close: string, item: () => void): void {
    this.#expect(open);
    if (this.#take(close)) return;
    do {
      this.#skip();
      item();
    } while (this.#take(','));
    this.#expect(close);
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #take(char: string): boolean {
    this.#skip();
    const here = this.#text[this.#at] === char;
    if (here) this.#at++;
    return here;
  }

  #expect(char: string): void {
    if (!this.#take(char)) throw this.#wrong();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw this.#wrong();
    this.#at += found.length;
    return found;
  }

  #wrong(): Error {
    return new Error(`no value of the TCK's: ${this.#text} (from character ${this.#at + 1})`);
  }
}

/**
 * The same text for values that the TCK takes for the same: `1` and `1.0` differ, `0.0` and `-0.0` do not; nodes are
 * their labels and properties, relationships their type and properties.
 *
 * @param anyOrder whether the order of a list's items counts for nothing
 */
export function canonical(value: Value, anyOrder = false): string {
  const text = (inner: Value): string => canonical(inner, anyOrder);
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return printFloat(value === 0 ? 0 : value);
  if (typeof value === 'string') return JSON.stringify(plainTime(value));
  if (isList(value)) {
    const items = value.map(text);
    return `[${(anyOrder ? items.toSorted() : items).join(', ')}]`;
  }
  if (isMap(value)) {
    const entries = [...value].map(([key, inner]) => `${key}: ${text(inner)}`);
    return `{${entries.toSorted().join(', ')}}`;
  }
  if (value instanceof Node) {
    const labels = value.labels.toSorted().map((label) => `:${label}`);
    return `(${labels.join('')} ${text(value.properties)})`;
  }
  if (value instanceof Relationship) return `[:${value.type} ${text(value.properties)}]`;
  if (value instanceof Path) {
    const steps = value.relationships.map((relationship, i) => {
      const along = relationship.startNodeElementId === value.nodes[i]?.elementId;
      return `${along ? '-' : '<-'}${text(relationship)}${along ? '->' : '-'}${text(value.nodes[i + 1] ?? null)}`;
    });
    return `<${text(value.nodes[0] ?? null)}${steps.join('')}>`;
  }
  const printed = value instanceof Uint8Array ? null : printScalar(value);
  if (printed === null) throw new Error(`a value that the TCK has no text for: ${String(value)}`);
  return JSON.stringify(plainTime(printed));
}

/** The TCK writes times as java.time does (`12:00`, `.500`), Neo4j and this engine as ISO 8601 has it in full: `12:00:00`, `.5`. */
function plainTime(text: string): string {
  return text.replaceAll(
    /(?<![\d:])(\d\d:\d\d)(:\d\d)(?:\.(\d+))?(?![\d:])/g,
    (_, minutes: string, seconds: string, fraction = '') => {
      const digits = String(fraction).replace(/0+$/, '');
      if (digits !== '') return `${minutes}${seconds}.${digits}`;
      return seconds === ':00' ? minutes : `${minutes}${seconds}`;
    },
  );
}
