/** Rough guesses at how many rows a step gives, from the counts that the graph keeps. Only their order matters. */
import type { Expression } from '../ast.ts';
import type { Direction, Reader } from '../../memory/graph.ts';
import { alternatives } from './predicates.ts';

/** A walk is guessed no further than this. */
const DEPTH = 6;

export class Statistics {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  nodes(): number {
    return Math.max(1, this.#reader.countNodes());
  }

  nodesWithLabel(label: string): number {
    const id = this.#reader.labels.find(label);
    return id < 0 ? 0 : this.#reader.countNodes(id);
  }

  relationships(types: readonly string[] | null): number {
    if (types === null) return this.#reader.countRelationships();
    return types.reduce((sum, type) => {
      const id = this.#reader.types.find(type);
      return sum + (id < 0 ? 0 : this.#reader.countRelationships(id));
    }, 0);
  }

  /** Neighbours of a node, on average. */
  degree(types: readonly string[] | null, direction: Direction): number {
    const one = this.relationships(types) / this.nodes();
    return direction === 'both' ? 2 * one : one;
  }

  /** Ends of a walk of `min` to `max` steps, on average. */
  walks(types: readonly string[] | null, direction: Direction, min: number, max: number | null): number {
    const degree = this.degree(types, direction);
    let sum = 0;
    for (let length = min; length <= Math.min(max ?? DEPTH, min + DEPTH); length += 1)
      sum += degree ** length;
    return sum;
  }

  /** The share of nodes that satisfy conditions on them. */
  share(conditions: readonly Expression[]): number {
    let share = 1;
    for (const condition of conditions) {
      if (condition.kind === 'HasLabels') {
        const labels = alternatives(condition.labels);
        if (labels === null) share *= 0.5;
        else
          share *= Math.min(
            1,
            labels.reduce((sum, label) => sum + this.nodesWithLabel(label), 0) / this.nodes(),
          );
      } else if (condition.kind === 'Comparison' && condition.rest[0]?.operator === '=') share *= 0.1;
      else share *= 0.5;
    }
    return share;
  }
}
