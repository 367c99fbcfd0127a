/** In which order the parts of a pattern are found: from the cheapest start, always along what multiplies rows the least. */
import { work } from '../../work.ts';
import type { Expression } from '../ast.ts';
import { relationshipAccess, nodeAccess, type Access } from './access.ts';
import type { Hop, PatternGraph, StepHop } from './pattern.ts';
import type { Planning } from './planning.ts';
import { Statistics } from './statistics.ts';
import { mentions } from './walk.ts';

export type Move =
  | { readonly kind: 'node'; readonly name: string; readonly access: Access }
  | { readonly kind: 'relationship'; readonly hop: StepHop; readonly access: Access }
  | { readonly kind: 'hop'; readonly hop: Hop; readonly fromLeft: boolean };

interface Candidate {
  readonly move: Move;
  /** Rows for each row before. */
  readonly rows: number;
}

/** How far a pattern has been found. */
interface Progress {
  readonly known: ReadonlySet<string>;
  readonly hops: readonly Hop[];
}

/** Beyond this many nodes and hops only one start is tried. */
const EXHAUSTIVE = 14;

export class Ordering {
  readonly #planning: Planning;
  readonly #statistics: Statistics;
  readonly #graph: PatternGraph;
  /** What the pattern itself introduces; everything else comes from before. */
  readonly #introduced: ReadonlySet<string>;
  /** The conditions that speak of each name. */
  readonly #about = new Map<string, Expression[]>();
  /** The cheapest way to each node and relationship, with the conditions it was found for. */
  readonly #accesses = new Map<
    string | StepHop,
    { readonly conditions: readonly Expression[]; readonly access: Access }
  >();

  constructor(planning: Planning, graph: PatternGraph, introduced: ReadonlySet<string>) {
    this.#planning = planning;
    this.#statistics = new Statistics(planning.reader);
    this.#graph = graph;
    this.#introduced = introduced;
    for (const condition of graph.conditions) {
      for (const name of mentions(condition)) {
        const known = this.#about.get(name);
        if (known === undefined) this.#about.set(name, [condition]);
        else known.push(condition);
      }
    }
  }

  /** The moves that bind every node and hop. */
  moves(): readonly Move[] {
    const start: Progress = { known: new Set(), hops: this.#graph.hops };
    const first = this.#candidates(start);
    const few = this.#graph.hops.length + this.#graph.nodes.size <= EXHAUSTIVE;
    let best: { readonly moves: readonly Move[]; readonly cost: number } | null = null;
    for (const candidate of few ? first : first.slice(0, 1)) {
      const found = this.#follow(start, candidate);
      if (best === null || found.cost < best.cost) best = found;
    }
    return best?.moves ?? [];
  }

  /** True when all that a condition speaks of is known, `and` taken for known as well. */
  answerable(condition: Expression, known: ReadonlySet<string>, and?: string): boolean {
    for (const name of mentions(condition)) if (name !== and && !this.#isKnown(name, known)) return false;
    return true;
  }

  /** What `find` gives for the conditions on `name`, which is that of `of`, that can be asked once it is found. */
  #access(
    of: string | StepHop,
    name: string,
    known: ReadonlySet<string>,
    find: (conditions: readonly Expression[]) => Access,
  ): Access {
    work();
    const about = this.#about.get(name) ?? [];
    const conditions = about.filter((condition) => this.answerable(condition, known, name));
    const before = this.#accesses.get(of);
    const same =
      before?.conditions.length === conditions.length &&
      conditions.every((condition, i) => condition === before.conditions[i]);
    if (same) return before.access;
    const access = find(conditions);
    this.#accesses.set(of, { conditions, access });
    return access;
  }

  #isKnown(name: string, known: ReadonlySet<string>): boolean {
    return known.has(name) || !this.#introduced.has(name);
  }

  #follow(start: Progress, first: Candidate): { readonly moves: readonly Move[]; readonly cost: number } {
    const moves: Move[] = [];
    let pending = this.#graph.conditions.filter((condition) => !this.answerable(condition, start.known));
    let progress = start;
    let rows = 1;
    let cost = 0;
    for (let next: Candidate | undefined = first; next !== undefined; [next] = this.#candidates(progress)) {
      const { move } = next;
      moves.push(move);
      rows *= next.rows;
      cost += rows;
      progress = advance(progress, move);
      const { known } = progress;
      const asked = pending.filter((condition) => this.answerable(condition, known));
      // the rows of an access take account of the conditions on it
      if (move.kind === 'hop') rows *= this.#statistics.share(asked);
      pending = pending.filter((condition) => !asked.includes(condition));
    }
    return { moves, cost };
  }

  /** What can be done next, the best first. */
  #candidates(progress: Progress): Candidate[] {
    const { known, hops } = progress;
    const connected: Candidate[] = [];
    const starts: Candidate[] = [];
    for (const hop of hops) {
      const left = this.#isKnown(hop.left, known);
      const right = this.#isKnown(hop.right, known);
      if (hop.kind === 'step' && this.#isKnown(hop.variable, known)) {
        connected.push({ move: { kind: 'hop', hop, fromLeft: true }, rows: 0.5 });
      } else if (left || right) {
        if (!this.#canWalk(hop, known)) continue;
        connected.push({
          move: { kind: 'hop', hop, fromLeft: left },
          rows: this.#multiplier(hop, left && right),
        });
      } else if (hop.kind === 'step' && hop.left !== hop.right) {
        const access = this.#access(hop, hop.variable, known, (conditions) =>
          relationshipAccess(this.#planning, hop, conditions),
        );
        starts.push({ move: { kind: 'relationship', hop, access }, rows: access.rows });
      }
    }
    for (const name of this.#graph.nodes) {
      if (this.#isKnown(name, known)) continue;
      const access = this.#access(name, name, known, (conditions) =>
        nodeAccess(this.#planning, name, conditions),
      );
      starts.push({ move: { kind: 'node', name, access }, rows: access.rows });
    }
    // a start beside what is connected makes a product; that is worth it only for a single row
    const worthwhile = connected.length === 0 ? starts : starts.filter(({ rows }) => rows <= 1);
    return [...connected, ...worthwhile].toSorted((a, b) => a.rows - b.rows);
  }

  /** The conditions on each relationship of a walk are asked on the way, so what else they speak of must be known. */
  #canWalk(hop: Hop, known: ReadonlySet<string>): boolean {
    if (hop.kind !== 'walk') return true;
    return hop.each.every((condition) => this.answerable(condition, known, hop.element));
  }

  #multiplier(hop: Hop, into: boolean): number {
    const statistics = this.#statistics;
    const rows =
      hop.kind === 'step'
        ? statistics.degree(hop.types, hop.direction)
        : hop.kind === 'walk'
          ? statistics.walks(hop.types, hop.direction, hop.min, hop.max)
          : statistics.walks(null, 'out', hop.quantified.min, hop.quantified.max);
    return into ? rows / statistics.nodes() : rows;
  }
}

function advance({ known, hops }: Progress, move: Move): Progress {
  if (move.kind === 'node') return { known: new Set(known).add(move.name), hops };
  const { hop } = move;
  return {
    known: new Set(known).add(hop.left).add(hop.right).add(hop.variable),
    hops: hops.filter((each) => each !== hop),
  };
}
