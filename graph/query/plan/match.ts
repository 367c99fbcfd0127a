/** MATCH: from a pattern and its conditions to operators. */
import type { Expression, PatternPart } from '../ast.ts';
import type { Direction } from '../../memory/graph.ts';
import { buildPath } from '../run/build-path.ts';
import { expandAll, expandInto, hasWalked } from '../run/expand.ts';
import { filter } from '../run/filter.ts';
import { projectEndpoints } from '../run/project-endpoints.ts';
import { selectPaths } from '../run/select-paths.ts';
import { shortestPath } from '../run/shortest-path.ts';
import { trail } from '../run/trail.ts';
import { varExpand, walkAlong } from '../run/var-expand.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import { shown } from './access.ts';
import { argumentStage, planFilter } from './filtering.ts';
import { isHidden, type PlanScope } from './frame.ts';
import { Ordering } from './order.ts';
import {
  patternGraph,
  type Hop,
  type PatternGraph,
  type SelectedPart,
  type StepHop,
  type TrailHop,
  type WalkHop,
} from './pattern.ts';
import { andThen, type Planning, type Stage } from './planning.ts';
import { Statistics } from './statistics.ts';

export function planMatch(
  planning: Planning,
  pattern: readonly PatternPart[],
  where: Expression | null,
  stage: Stage,
  slots?: PlanScope,
  repeatable = false,
): Stage {
  const found = new PatternPlan(planning, patternGraph(pattern, where, repeatable), stage, [], slots).plan();
  // what the planner made up is of no use to later clauses
  return { ...found, scope: found.scope.only((name) => !isHidden(name) || stage.scope.has(name)) };
}

/** Relationships that one MATCH has bound: none is bound twice. */
interface Walked {
  readonly slot: number;
  readonly types: readonly string[] | null;
}

const reverse = (direction: Direction): Direction =>
  direction === 'both' ? 'both' : direction === 'out' ? 'in' : 'out';

class PatternPlan {
  readonly #planning: Planning;
  readonly #graph: PatternGraph;
  readonly #before: PlanScope;
  readonly #known: Set<string>;
  readonly #walked: Walked[];
  readonly #ordering: Ordering;
  #pending: readonly Expression[];
  #stage: Stage;

  constructor(
    planning: Planning,
    graph: PatternGraph,
    stage: Stage,
    walked: readonly Walked[],
    slots?: PlanScope,
  ) {
    this.#planning = planning;
    this.#graph = graph;
    this.#before = stage.scope;
    this.#known = new Set();
    this.#walked = [...walked];
    this.#pending = graph.conditions;
    const names = [...introducedBy(graph)];
    let { scope } = stage;
    for (const name of names) {
      const given = slots?.slot(name) ?? -1;
      if (given >= 0 && !scope.has(name)) scope = scope.bind(name, given);
    }
    this.#stage = { ...stage, scope: scope.withAll(names) };
    this.#ordering = new Ordering(planning, graph, new Set(names.filter((name) => !stage.scope.has(name))));
  }

  plan(): Stage {
    this.#requireLoneNodes();
    this.#filter([]);
    for (const move of this.#ordering.moves()) {
      if (move.kind === 'hop') this.#hop(move.hop, move.fromLeft);
      else {
        this.#stage = move.access.add({ ...this.#stage, rows: this.#stage.rows * move.access.rows });
        if (move.kind === 'node') this.#known.add(move.name);
        else this.#scanned(move.hop);
      }
      this.#filter(move.kind === 'hop' ? [] : move.access.settles);
    }
    for (const part of this.#graph.selected) this.#select(part);
    for (const path of this.#graph.paths) {
      const { scope } = this.#stage;
      this.#stage = andThen(this.#stage, 'Projection', `path ${shown(path.variable)}`, (about, source) =>
        buildPath(
          about,
          source,
          scope.slot(path.variable),
          scope.slot(path.start),
          path.hops.map((hop) => scope.slot(hop)),
        ),
      );
      this.#known.add(path.variable);
      if (path.acyclic) this.#requireAcyclic(scope.slot(path.variable));
      this.#filter([]);
    }
    return this.#stage;
  }

  #requireAcyclic(slot: number): void {
    this.#stage = andThen(this.#stage, 'Filter', 'no node is twice in the path', (about, source) =>
      filter(about, source, [
        (row) => {
          const path = row[slot];
          return path instanceof PathRef && new Set(path.nodes).size === path.nodes.length;
        },
      ]),
    );
  }

  #has(name: string): boolean {
    return this.#known.has(name) || this.#before.has(name);
  }

  /** `MATCH (a)` where `a` came from before: nothing to do, but null is no match. */
  #requireLoneNodes(): void {
    const walked = new Set(this.#graph.hops.flatMap((hop) => [hop.left, hop.right]));
    const lone = [...this.#graph.nodes].filter((name) => this.#before.has(name) && !walked.has(name));
    if (lone.length === 0) return;
    const slots = lone.map((name) => this.#before.slot(name));
    this.#stage = andThen(
      this.#stage,
      'Filter',
      lone.map((name) => `${name} IS NOT NULL`).join(' AND '),
      (about, source) =>
        filter(about, source, [(row) => slots.every((slot) => row[slot] instanceof NodeRef)]),
    );
  }

  /** Asks what can be asked now. */
  #filter(settled: readonly Expression[]): void {
    const now = this.#pending.filter((condition) => this.#ordering.answerable(condition, this.#known));
    this.#pending = this.#pending.filter((condition) => !now.includes(condition));
    this.#stage = planFilter(
      this.#planning,
      this.#stage,
      now.filter((condition) => !settled.includes(condition)),
    );
  }

  /** Slots of relationships that one of these types could be a repetition of. */
  #mayRepeat(types: readonly string[] | null): number[] {
    if (this.#graph.repeatable) return [];
    return this.#walked
      .filter(
        (walked) =>
          types === null || walked.types === null || walked.types.some((type) => types.includes(type)),
      )
      .map((walked) => walked.slot);
  }

  #bindStep(hop: StepHop | WalkHop): void {
    for (const name of [hop.left, hop.right, hop.variable]) this.#known.add(name);
    this.#walked.push({ slot: this.#stage.scope.slot(hop.variable), types: hop.types });
  }

  /** A scan knows nothing of what this MATCH has walked. */
  #scanned(hop: StepHop): void {
    const walked = this.#mayRepeat(hop.types);
    const slot = this.#stage.scope.slot(hop.variable);
    if (walked.length > 0) {
      this.#stage = andThen(this.#stage, 'Filter', `${shown(hop.variable)} is new`, (about, source) =>
        filter(about, source, [
          (row) => {
            const relationship = row[slot];
            return relationship instanceof RelationshipRef && !hasWalked(row, walked, relationship.id);
          },
        ]),
      );
    }
    this.#bindStep(hop);
  }

  #hop(hop: Hop, fromLeft: boolean): void {
    if (hop.kind === 'trail') this.#trail(hop, fromLeft);
    else {
      this.#stage = hop.kind === 'step' ? this.#step(hop, fromLeft) : this.#walk(hop, fromLeft);
      this.#bindStep(hop);
    }
  }

  #ends(hop: Hop, fromLeft: boolean): { from: string; to: string; into: boolean } {
    const [from, to] = fromLeft ? [hop.left, hop.right] : [hop.right, hop.left];
    return { from, to, into: this.#has(to) || from === to };
  }

  #step(hop: StepHop, fromLeft: boolean): Stage {
    const { scope } = this.#stage;
    const { from, to, into } = this.#ends(hop, fromLeft);
    const statistics = new Statistics(this.#planning.reader);
    const step = {
      from: scope.slot(from),
      relationship: scope.slot(hop.variable),
      to: scope.slot(to),
      direction: fromLeft ? hop.direction : reverse(hop.direction),
      types: hop.types,
      walked: this.#mayRepeat(hop.types),
    };
    const details = describe(hop, fromLeft, '');
    if (this.#has(hop.variable)) {
      const bound = { from: this.#has(from), to: this.#has(to) };
      return andThen(this.#stage, 'ProjectEndpoints', details, (about, source) =>
        projectEndpoints(about, source, step, bound),
      );
    }
    const rows = this.#stage.rows * statistics.degree(hop.types, hop.direction);
    if (into) {
      return andThen(
        this.#stage,
        'Expand(Into)',
        details,
        (about, source) => expandInto(about, source, step),
        {
          rows: rows / statistics.nodes(),
        },
      );
    }
    return andThen(this.#stage, 'Expand(All)', details, (about, source) => expandAll(about, source, step), {
      rows,
    });
  }

  #walk(hop: WalkHop, fromLeft: boolean): Stage {
    const { scope } = this.#stage;
    const { from, to, into } = this.#ends(hop, fromLeft);
    const walk = {
      from: scope.slot(from),
      relationship: scope.slot(hop.variable),
      to: scope.slot(to),
      direction: fromLeft ? hop.direction : reverse(hop.direction),
      types: hop.types,
      walked: this.#mayRepeat(hop.types),
      min: hop.min,
      max: hop.max,
      into,
      reversed: !fromLeft,
      repeatable: this.#graph.repeatable,
      acyclic: hop.acyclic,
    };
    const details = describe(hop, fromLeft, `*${hop.min}..${hop.max ?? ''}`);
    if (this.#has(hop.variable)) {
      return andThen(this.#stage, 'VarLengthExpand(Along)', details, (about, source) =>
        walkAlong(about, source, walk),
      );
    }
    const each = this.#each(hop);
    const rows =
      this.#stage.rows *
      new Statistics(this.#planning.reader).walks(hop.types, hop.direction, hop.min, hop.max);
    const name = `VarLengthExpand(${into ? 'Into' : 'All'})`;
    return andThen(
      this.#stage,
      name,
      details,
      (about, source) => varExpand(about, source, { ...walk, each }),
      { rows },
    );
  }

  #each(hop: WalkHop) {
    if (hop.each.length === 0) return null;
    const { scope, slot } = this.#stage.scope.with(hop.element);
    return { slot, predicates: hop.each.map((condition) => this.#planning.compile(condition, scope)) };
  }

  #trail(hop: TrailHop, fromLeft: boolean): void {
    const { part, min, max } = hop.quantified;
    const { from, to, into } = this.#ends(hop, fromLeft);
    const { repeatable } = this.#graph;
    const inner = patternGraph([part], null, repeatable);
    const names = [...inner.nodes];
    const [first, last] = fromLeft
      ? [names[0], names[names.length - 1]]
      : [names[names.length - 1], names[0]];
    if (first === undefined || last === undefined) return;
    const walked = this.#stage.scope.slot(hop.variable);
    // a repetition sees what was known before this MATCH, and where it begins
    const start = argumentStage(this.#before.withAll([first]));
    const repetition = new PatternPlan(this.#planning, inner, start, [
      ...this.#walked,
      { slot: walked, types: null },
    ]).plan();
    const groups = [...introducedBy(inner)]
      .filter((name) => !isHidden(name))
      .map((name) => ({ inner: repetition.scope.slot(name), list: this.#stage.scope.slot(name) }));
    const { scope } = this.#stage;
    this.#stage = andThen(
      this.#stage,
      'Repeat(Trail)',
      `(${shown(from)}) (…){${min}, ${max ?? ''}} (${shown(to)})`,
      (about, source) =>
        trail(about, source, repetition.operator, {
          from: scope.slot(from),
          to: scope.slot(to),
          into,
          min,
          max,
          reversed: !fromLeft,
          inner: {
            from: repetition.scope.slot(first),
            to: repetition.scope.slot(last),
            relationships: inner.hops.map((each) => repetition.scope.slot(each.variable)),
          },
          groups,
          walked,
        }),
    );
    for (const name of [hop.left, hop.right, hop.variable, ...introducedBy(inner)]) this.#known.add(name);
    this.#walked.push({ slot: walked, types: null });
  }

  #select(part: SelectedPart): void {
    const { selector } = part;
    const count = selector.kind === 'shortest' || selector.kind === 'any' ? selector.count : 1;
    const lengths = selector.kind === 'allShortestPaths' || (selector.kind === 'shortest' && selector.groups);
    const { scope } = this.#stage;
    if (part.walk === null) {
      const own = introducedBy(part.graph);
      const start = argumentStage(this.#stage.scope.only((name) => !own.has(name) || this.#has(name)));
      const inner = new PatternPlan(this.#planning, part.graph, start, []).plan();
      const path = part.graph.paths[0]?.variable ?? '';
      const slots = {
        start: inner.scope.slot(part.start),
        end: inner.scope.slot(part.end),
        path: inner.scope.slot(path),
      };
      this.#stage = andThen(
        { ...this.#stage, scope: inner.scope },
        'SelectPaths',
        `${lengths ? 'lengths' : 'paths'}: ${count}`,
        (about, source) => selectPaths(about, source, inner.operator, slots, count, lengths),
      );
      for (const name of introducedBy(part.graph)) this.#known.add(name);
      this.#filter([]);
      return;
    }
    const hop = part.walk;
    this.#bindStep(hop);
    const path = part.path === null ? null : scope.slot(part.path);
    if (part.path !== null) this.#known.add(part.path);
    // `shortestPath` looks for the shortest that satisfies WHERE; GQL's words select first and ask then
    const asksWithin = selector.kind === 'shortestPath' || selector.kind === 'allShortestPaths';
    const within = asksWithin
      ? this.#pending.filter((condition) => this.#ordering.answerable(condition, this.#known))
      : [];
    this.#pending = this.#pending.filter((condition) => !within.includes(condition));
    const predicates = within.map((condition) => this.#planning.compile(condition, scope));
    const each = this.#each(hop);
    const spare = scope.with(' path');
    this.#stage = andThen(
      this.#stage,
      'ShortestPath',
      describe(hop, true, `*${hop.min}..${hop.max ?? ''}`),
      (about, source) =>
        shortestPath(about, source, {
          from: scope.slot(hop.left),
          relationship: scope.slot(hop.variable),
          to: scope.slot(hop.right),
          direction: hop.direction,
          types: hop.types,
          min: hop.min,
          max: hop.max,
          count,
          lengths,
          each,
          path: path === null && predicates.length === 0 ? null : { slot: path ?? spare.slot, predicates },
          sameEnds: !asksWithin,
        }),
    );
    this.#filter([]);
  }
}

function describe(hop: StepHop | WalkHop, fromLeft: boolean, length: string): string {
  const [from, to] = fromLeft ? [hop.left, hop.right] : [hop.right, hop.left];
  const direction = fromLeft ? hop.direction : reverse(hop.direction);
  const types = hop.types === null ? '' : `:${hop.types.join('|')}`;
  return `(${shown(from)})${direction === 'in' ? '<' : ''}-[${shown(hop.variable)}${types}${length}]-${direction === 'out' ? '>' : ''}(${shown(to)})`;
}

/** Every name that a pattern binds, those from before included. */
function introducedBy(graph: PatternGraph): Set<string> {
  const names = new Set(graph.nodes);
  for (const hop of graph.hops) {
    names.add(hop.left).add(hop.right).add(hop.variable);
    if (hop.kind === 'trail') {
      for (const name of introducedBy(patternGraph([hop.quantified.part], null)))
        if (!isHidden(name)) names.add(name);
    }
  }
  for (const path of graph.paths) names.add(path.variable);
  for (const part of graph.selected) {
    if (part.path !== null) names.add(part.path);
    for (const name of introducedBy(part.graph)) names.add(name);
  }
  return names;
}
