import type { LabelId } from './graph.ts';

/** The set that a node has which has no label. */
export const NO_LABELS = 0;

/**
 * Interned sets of labels: a node holds one small number for all of its labels. Graphs have many nodes and few
 * different sets.
 */
export class LabelSets {
  readonly #sets: (readonly LabelId[])[] = [[]];
  readonly #ids = new Map<string, number>([['', NO_LABELS]]);
  /** By set, by label: 1 where it is a member. */
  readonly #members: Uint8Array[] = [new Uint8Array(0)];

  /** Every set that was ever used, in the order of their numbers. */
  all(): readonly (readonly LabelId[])[] {
    return this.#sets;
  }

  /** Ascending by label id. */
  labels(set: number): readonly LabelId[] {
    return this.#sets[set]!;
  }

  has(set: number, label: LabelId): boolean {
    return this.#members[set]![label] === 1;
  }

  with(set: number, label: LabelId): number {
    return this.has(set, label) ? set : this.of([...this.labels(set), label]);
  }

  without(set: number, label: LabelId): number {
    return this.has(set, label) ? this.of(this.labels(set).filter((l) => l !== label)) : set;
  }

  of(labels: readonly LabelId[]): number {
    const sorted = [...new Set(labels)].toSorted((a, b) => a - b);
    const key = sorted.join(' ');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#sets.length;
    this.#sets.push(sorted);
    const members = new Uint8Array((sorted.at(-1) ?? -1) + 1);
    for (const label of sorted) members[label] = 1;
    this.#members.push(members);
    this.#ids.set(key, id);
    return id;
  }
}
