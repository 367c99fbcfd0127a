/** Counts, per operator, what a `PROFILE` tells: rows given, reads and writes of the graph. */
import type { Reader, Writer } from '../../memory/graph.ts';
import type { Operator, Rows } from './operator.ts';

export interface Measured {
  rows: number;
  dbHits: number;
}

export class Profile {
  readonly #measured = new Map<Operator, Measured>();
  #current: Measured = { rows: 0, dbHits: 0 };

  of(operator: Operator): Measured {
    let measured = this.#measured.get(operator);
    if (measured === undefined) {
      measured = { rows: 0, dbHits: 0 };
      this.#measured.set(operator, measured);
    }
    return measured;
  }

  /** One read or write of the graph, by the operator that is running. */
  hit(): void {
    this.#current.dbHits += 1;
  }

  *watch(operator: Operator, rows: Rows): Rows {
    const measured = this.of(operator);
    try {
      for (;;) {
        const outer = this.#current;
        this.#current = measured;
        let next;
        try {
          next = rows.next();
        } finally {
          this.#current = outer;
        }
        if (next.done === true) return;
        if (next.value !== null) measured.rows += next.value.length;
        yield next.value;
      }
    } finally {
      rows.return();
    }
  }
}

/** What is one hit each. What goes through many elements (scan, seek, expansion) says itself how many they were. */
const HITS: ReadonlySet<PropertyKey> = new Set<keyof Writer>([
  'nodeProperty',
  'relationshipProperty',
  'nodeKeys',
  'relationshipKeys',
  'nodeLabels',
  'hasLabel',
  'createNode',
  'createRelationship',
  'deleteNode',
  'deleteRelationship',
  'addLabel',
  'removeLabel',
  'setNodeProperty',
  'setRelationshipProperty',
]);

const counted = new WeakSet<object>();

/** The same transaction, whose reads and writes are told to the profile: what is not profiled pays nothing for it. */
export function counting<T extends Reader>(transaction: T, profile: Profile): T {
  if (counted.has(transaction)) return transaction;
  const methods = new Map<PropertyKey, unknown>();
  const told = new Proxy(transaction, {
    get(target, name) {
      const known = methods.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const hit = HITS.has(name);
      const method = (...given: unknown[]): unknown => {
        if (hit) profile.hit();
        return Reflect.apply(value, target, given);
      };
      methods.set(name, method);
      return method;
    },
  });
  counted.add(told);
  return told;
}
