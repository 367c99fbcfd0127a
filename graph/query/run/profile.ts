/** Counts, per operator, what a `PROFILE` tells: rows given and reads of the graph. */
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

  /** One read of the graph, by the operator that is running. */
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
