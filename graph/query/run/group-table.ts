import { NodeRef, type Row } from '../runtime.ts';
import { IntTable } from '../values/int-table.ts';
import { KeyMap } from '../values/key-map.ts';
import type { RunContext } from './context.ts';
import type { Column } from './project.ts';

/** A grouping key. */
export interface GroupingKey extends Column {
  /** The slot of the variable that alone the key is made of (`n`, or `n` of `n.name`); -1 where it is made of others. */
  readonly of: number;
}

/** Lookups by node after which those have to have paid. */
const TRIAL = 4096;

/** Numbers the values of one key; equivalent ones alike. */
class KeyCodes {
  readonly #key: GroupingKey;
  readonly #context: RunContext;
  readonly #byValue = new KeyMap<number>();
  #size = 0;
  /** The nodes that a value was read from, and by their numbers the value's. Null where it does not pay. */
  #nodes: IntTable | null;
  #ofNode = new Int32Array(64);
  readonly #node = new Int32Array(1);
  #looks = 0;

  constructor(key: GroupingKey, context: RunContext) {
    this.#key = key;
    this.#context = context;
    // what is written meanwhile may change the value
    const byNode = context.writer === null && key.of >= 0;
    this.#nodes = byNode ? new IntTable(1, (bytes) => context.charge(bytes)) : null;
  }

  codeOf(row: Row): number {
    const nodes = this.#nodes;
    const element = nodes === null ? null : row[this.#key.of];
    if (nodes === null || !(element instanceof NodeRef)) return this.#valueCode(row);
    this.#looks += 1;
    this.#node[0] = element.id;
    const before = nodes.size;
    const node = nodes.numberOf(this.#node);
    if (node < before) return this.#ofNode[node]!;
    if (node === this.#ofNode.length) this.#grow();
    const code = this.#valueCode(row);
    this.#ofNode[node] = code;
    if (this.#looks > TRIAL && nodes.size * 2 > this.#looks) this.#nodes = null;
    return code;
  }

  #grow(): void {
    this.#context.charge(this.#ofNode.byteLength);
    const grown = new Int32Array(this.#ofNode.length * 2);
    grown.set(this.#ofNode);
    this.#ofNode = grown;
  }

  #valueCode(row: Row): number {
    const value = this.#key.value(row, this.#context);
    let code = this.#byValue.get(value);
    if (code === undefined) this.#byValue.set(value, (code = this.#size++));
    return code;
  }
}

/**
 * Numbers groups by the values of some keys, one or more: each key's values are numbers, and a group is a tuple of them. A key that is
 * read from a node is read once a node and not once a row, as long as nodes come again and nothing is written meanwhile.
 */
export class GroupTable {
  readonly #codes: readonly KeyCodes[];
  readonly #tuple: Int32Array;
  /** Null for one key, whose values' numbers are the groups'. */
  readonly #tuples: IntTable | null;

  constructor(context: RunContext, keys: readonly GroupingKey[]) {
    this.#codes = keys.map((key) => new KeyCodes(key, context));
    this.#tuple = new Int32Array(keys.length);
    this.#tuples = keys.length === 1 ? null : new IntTable(keys.length, (bytes) => context.charge(bytes));
  }

  /** The groups are 0, 1, 2 … in the order in which they first come. */
  groupOf(row: Row): number {
    const codes = this.#codes;
    if (this.#tuples === null) return codes[0]!.codeOf(row);
    for (let i = 0; i < codes.length; i += 1) this.#tuple[i] = codes[i]!.codeOf(row);
    return this.#tuples.numberOf(this.#tuple);
  }
}
