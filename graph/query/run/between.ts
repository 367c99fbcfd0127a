import type { Direction, Expansion, NodeId, Reader, RelationshipId, TypeId } from '../../memory/graph.ts';

const reverse: Record<Direction, Direction> = { out: 'in', in: 'out', both: 'both' };

/**
 * Finds the relationships between two nodes by walking from both at once until one of them has no more: twice the smaller
 * number of relationships, also between a hub and a loner, and without knowing beforehand which is which.
 */
export class Between {
  readonly #forth: Expansion;
  readonly #back: Expansion;

  constructor(tx: Reader) {
    this.#forth = tx.expansion();
    this.#back = tx.expansion();
  }

  /**
   * In no promised order; a self-loop once.
   * @param direction as seen from `from`
   * @param step called for every relationship that is looked at
   */
  find(
    from: NodeId,
    to: NodeId,
    direction: Direction,
    types: readonly TypeId[] | null,
    step: () => void,
  ): RelationshipId[] {
    const [forth, back] = [this.#forth, this.#back];
    const [there, here]: [RelationshipId[], RelationshipId[]] = [[], []];
    forth.start(from, direction, types);
    back.start(to, reverse[direction], types);
    for (;;) {
      step();
      if (!forth.next()) return there;
      if (forth.other === to) there.push(forth.relationship);
      if (!back.next()) return here;
      if (back.other === from) here.push(back.relationship);
    }
  }
}
