/** A graph that is the same in every run: 100,000 nodes of three labels, 500,000 relationships of four types, degrees by a power law. */

/** A property value or parameter as every engine can be given it; a bigint is an INTEGER, a number a FLOAT. */
export type Plain = null | string | number | bigint | readonly Plain[] | { readonly [key: string]: Plain };

/** Ids from the first up to, not including, the second. */
const IDS = { Person: [0, 70_000], Company: [70_000, 90_000], Place: [90_000, 100_000] } as const;
type Label = keyof typeof IDS;
export const PERSONS = IDS.Person[1];

/** Type, ends, and how many of a hundred relationships are of it. */
const TYPES = [
  { type: 'KNOWS', from: 'Person', to: 'Person', percent: 60 },
  { type: 'TRADES_WITH', from: 'Company', to: 'Company', percent: 15 },
  { type: 'WORKS_AT', from: 'Person', to: 'Company', percent: 15 },
  { type: 'VISITED', from: 'Person', to: 'Place', percent: 10 },
] as const satisfies readonly { type: string; from: Label; to: Label; percent: number }[];
const RELATIONSHIPS = 500_000;

export interface Batch {
  readonly statement: string;
  readonly rows: readonly Plain[];
}

/** What is needed to load a graph, in the order in which it is to be run. Batches are made as they are asked for, so that they take no memory. */
export interface DataSet {
  /** Labels whose nodes are found by their `id`. */
  readonly labels: readonly string[];
  batches(): Iterable<Batch> | AsyncIterable<Batch>;
}

export const BATCH_ROWS = 10_000;

export const mergeNodes = (label: string): string => `UNWIND $rows AS row
MERGE (node:${label} {id: row.id})
SET node += row.properties`;

/** Both ends are found by their id, and the relationship by its own among those between them. */
export const mergeRelationships = (from: string, type: string, to: string): string => `UNWIND $rows AS row
MATCH (from:${from} {id: row.from})
MATCH (to:${to} {id: row.to})
MERGE (from)-[relationship:${type} {id: row.id}]->(to)
SET relationship += row.properties`;

/** The same where none of them can be there yet. */
export const createRelationships = (from: string, type: string, to: string): string => `UNWIND $rows AS row
MATCH (from:${from} {id: row.from})
MATCH (to:${to} {id: row.to})
CREATE (from)-[relationship:${type} {id: row.id}]->(to)
SET relationship += row.properties`;

/** Numbers between 0 and 1, always the same ones. @see https://prng.di.unimi.it/splitmix64.c (its 32-bit kin) */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}

const date = (random: () => number): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${2000 + Math.floor(random() * 25)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
};

/** An id of the label; low ones are picked most, so that degrees follow a power law. */
export function popular(label: Label, random: () => number): number {
  const [first, end] = IDS[label];
  return first + Math.floor(random() ** 3 * (end - first));
}

export const syntheticGraph: DataSet = {
  labels: Object.keys(IDS),
  *batches() {
    const random = randomNumbers(4);
    const batches = new Batches();
    for (const [label, [first, end]] of Object.entries(IDS)) {
      for (let id = first; id < end; id += 1) {
        yield* batches.add(mergeNodes(label), {
          id: BigInt(id),
          properties: {
            name: `${label} ${id}`,
            age: BigInt(Math.floor(random() * 90)),
            score: random(),
            team: `team ${Math.floor(random() * 100)}`,
            since: date(random),
          },
        });
      }
    }
    yield* batches.rest();
    for (let id = 0; id < RELATIONSHIPS; id += 1) {
      const { type, from, to } = typeFor(random() * 100);
      const [first, end] = IDS[from];
      yield* batches.add(mergeRelationships(from, type, to), {
        id: BigInt(id),
        from: BigInt(first + Math.floor(random() * (end - first))),
        to: BigInt(popular(to, random)),
        properties: { weight: random(), since: date(random) },
      });
    }
    yield* batches.rest();
  },
};

function typeFor(percent: number): (typeof TYPES)[number] {
  let end = 0;
  for (const each of TYPES) if (percent < (end += each.percent)) return each;
  return TYPES[0];
}

/** Gathers the rows of each statement until they are enough for a transaction. */
export class Batches {
  readonly #rows = new Map<string, Plain[]>();

  *add(statement: string, row: Plain): Generator<Batch> {
    let rows = this.#rows.get(statement);
    if (rows === undefined) this.#rows.set(statement, (rows = []));
    rows.push(row);
    if (rows.length < BATCH_ROWS) return;
    this.#rows.delete(statement);
    yield { statement, rows };
  }

  *rest(): Generator<Batch> {
    for (const [statement, rows] of this.#rows) yield { statement, rows };
    this.#rows.clear();
  }
}
