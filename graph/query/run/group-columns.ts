import { ABSENT, INTEGER, TEXT, type CellBatch } from '../../memory/cell-batch.ts';
import type { RunValue } from '../runtime.ts';
import { Elements, type BatchColumn } from '../values/batch-column.ts';
import { groupKey, type GroupKey } from '../values/group-key.ts';
import { IntTable } from '../values/int-table.ts';
import type { RunContext } from './context.ts';

/** Numbers the values of one key, a column at a time; equivalent ones alike. */
class ColumnCodes {
  readonly #context: RunContext;
  /** For nodes and relationships, which a key is always or never. */
  readonly #elements: IntTable;
  readonly #codes = new Map<GroupKey, number>();
  /** By place in the dictionary the code plus one; 0: not asked yet. */
  #ofText = new Int32Array(64);
  #texts: readonly string[] = [];
  #room = new Int32Array(16);

  constructor(context: RunContext) {
    this.#context = context;
    this.#elements = new IntTable(1, (bytes) => context.charge(bytes));
  }

  codesOf(column: BatchColumn, size: number): Int32Array {
    if (size > this.#room.length) this.#room = new Int32Array(Math.max(size, this.#room.length * 2));
    if (column instanceof Elements) this.#ofElements(column.ids, size, this.#room);
    else this.#ofCells(column, size, this.#room);
    return this.#room;
  }

  #ofElements(ids: Int32Array, size: number, codes: Int32Array): void {
    for (let i = 0; i < size; i += 1) codes[i] = this.#elements.numberOf(ids, i);
  }

  #ofCells(cells: CellBatch, size: number, codes: Int32Array): void {
    const { tags, numbers } = cells;
    const ofText = this.#ofTexts(cells.texts);
    for (let i = 0; i < size; i += 1) {
      const tag = tags[i]!;
      const number = numbers[i]!;
      if (tag === TEXT) {
        if (ofText[number] === 0) ofText[number] = this.#code(groupKey(cells.texts[number]!)) + 1;
        codes[i] = ofText[number]! - 1;
      } else if (tag === INTEGER) codes[i] = this.#code(number);
      else codes[i] = this.#code(tag === ABSENT ? null : groupKey(cells.value(i) as RunValue));
    }
  }

  #ofTexts(texts: readonly string[]): Int32Array {
    if (texts !== this.#texts) {
      this.#texts = texts;
      this.#ofText.fill(0);
    }
    if (texts.length > this.#ofText.length) {
      const grown = new Int32Array(texts.length * 2);
      this.#context.charge(grown.byteLength - this.#ofText.byteLength);
      grown.set(this.#ofText);
      this.#ofText = grown;
    }
    return this.#ofText;
  }

  #code(key: GroupKey): number {
    let code = this.#codes.get(key);
    if (code === undefined) this.#codes.set(key, (code = this.#codes.size));
    return code;
  }
}

/** Numbers groups as `GroupTable` does, a batch at a time. */
export class GroupColumns {
  readonly #codes: readonly ColumnCodes[];
  /** Null for one key, whose values' numbers are the groups'. */
  readonly #tuples: IntTable | null;
  #groups = new Int32Array(16);
  #room = new Int32Array(32);

  /** @param keys how many there are; none: all rows are of one group */
  constructor(context: RunContext, keys: number) {
    this.#codes = Array.from({ length: keys }, () => new ColumnCodes(context));
    this.#tuples = keys < 2 ? null : new IntTable(keys, (bytes) => context.charge(bytes));
  }

  /** The group of each row: 0, 1, 2 … in the order in which they first come. Written over when it is called again. */
  groupsOf(size: number, keys: readonly BatchColumn[]): Int32Array {
    const [first] = this.#codes;
    if (first !== undefined && this.#tuples === null) return first.codesOf(keys[0]!, size);
    if (size > this.#groups.length) this.#groups = new Int32Array(Math.max(size, this.#groups.length * 2));
    const groups = this.#groups;
    if (this.#tuples === null) return groups;
    const width = keys.length;
    if (groups.length * width > this.#room.length) this.#room = new Int32Array(groups.length * width);
    const tuples = this.#room;
    for (let i = 0; i < width; i += 1) {
      const codes = this.#codes[i]!.codesOf(keys[i]!, size);
      for (let row = 0; row < size; row += 1) tuples[row * width + i] = codes[row]!;
    }
    for (let row = 0; row < size; row += 1) groups[row] = this.#tuples.numberOf(tuples, row * width);
    return groups;
  }
}
