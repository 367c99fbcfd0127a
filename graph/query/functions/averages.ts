import { ABSENT, FLOAT, INTEGER } from '../../memory/cell-batch.ts';
import { Duration } from '../../temporal.ts';
import type { RunValue } from '../runtime.ts';
import { addDurations, divideDuration, subtractDurations } from '../temporal/duration.ts';
import { Elements, type BatchColumn } from '../values/batch-column.ts';
import { isNumber } from '../values/equality.ts';
import { typeError } from '../values/errors.ts';
import type { Gathering } from './aggregates.ts';
import { invalidInput } from './definition.ts';

/** Running means, which cannot overflow; of durations too, part by part, as in Neo4j. */
export class Averages implements Gathering {
  #rows = new Float64Array(1);
  #means = new Float64Array(1);
  /** By group, where it is durations that are averaged. */
  readonly #durations: (Duration | undefined)[] = [];

  add(group: number, args: readonly RunValue[]): void {
    const value = args[0] ?? null;
    if (value !== null) this.#addValue(group, value);
  }

  addColumn(groups: Int32Array, size: number, column: BatchColumn | null): void {
    if (column === null) return;
    const cells = column instanceof Elements ? null : column;
    for (let row = 0; row < size; row += 1) {
      const tag = cells === null ? ABSENT : cells.tags[row];
      if ((tag === INTEGER || tag === FLOAT) && this.#durations.length === 0)
        this.#addNumber(groups[row]!, cells!.numbers[row]!);
      else this.add(groups[row]!, [column.value(row) as RunValue]);
    }
  }

  #addValue(group: number, value: RunValue): void {
    const duration = this.#durations[group];
    if (isNumber(value) && duration === undefined) this.#addNumber(group, Number(value));
    else if (value instanceof Duration && (duration !== undefined || !this.#has(group)))
      this.#addDuration(group, value, duration);
    else if (isNumber(value) || value instanceof Duration)
      throw typeError('avg() cannot mix numbers and durations');
    else throw invalidInput('avg', 'a Number or Duration', value);
  }

  #has(group: number): boolean {
    return (this.#rows[group] ?? 0) > 0;
  }

  #addNumber(group: number, value: number): void {
    if (group >= this.#rows.length) this.#grow(group);
    const rows = this.#rows[group]! + 1;
    const mean = this.#means[group]!;
    this.#rows[group] = rows;
    this.#means[group] = mean + (value - mean) / rows;
  }

  #addDuration(group: number, value: Duration, mean: Duration | undefined): void {
    if (group >= this.#rows.length) this.#grow(group);
    const rows = this.#rows[group]! + 1;
    this.#rows[group] = rows;
    this.#durations[group] =
      mean === undefined ? value : addDurations(mean, divideDuration(subtractDurations(value, mean), rows));
  }

  result(group: number): RunValue {
    return this.#durations[group] ?? (this.#has(group) ? this.#means[group]! : null);
  }

  // paid for by the aggregation, as every group's state is
  #grow(group: number): void {
    const length = Math.max(group + 1, this.#rows.length * 2);
    const [rows, means] = [new Float64Array(length), new Float64Array(length)];
    rows.set(this.#rows);
    means.set(this.#means);
    this.#rows = rows;
    this.#means = means;
  }
}
