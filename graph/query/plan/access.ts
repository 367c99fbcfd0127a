/** Ways to find the first element of a pattern, from an id or an index down to reading everything. */
import type { Expression } from '../ast.ts';
import type { Entity, IndexDefinition } from '../../memory/graph.ts';
import { allNodesScan, labelScan, relationshipScan } from '../run/scan.ts';
import { nodeByIdSeek, nodeIndexSeek, relationshipIndexSeek, type SeekBy } from '../run/seek.ts';
import { isHidden, type PlanScope } from './frame.ts';
import type { StepHop } from './pattern.ts';
import { excerpt, andThen, type Planning, type Stage } from './planning.ts';
import { alternatives } from './predicates.ts';
import { Statistics } from './statistics.ts';
import { mentions } from './walk.ts';

export interface Access {
  /** Rows for each row before. */
  readonly rows: number;
  /** Conditions that need not be asked again. */
  readonly settles: readonly Expression[];
  /** Adds it to a stage whose scope holds the element already. */
  add(stage: Stage): Stage;
}

type Bound = { readonly value: Expression; readonly inclusive: boolean };

/** What conditions say of one property, in words an index understands. */
interface Asked {
  readonly key: string;
  readonly condition: Expression;
  readonly how:
    | { readonly kind: 'equal' | 'any'; readonly value: Expression }
    | { readonly kind: 'range'; readonly from: Bound | null; readonly to: Bound | null }
    | {
        readonly kind: 'text';
        readonly how: 'startsWith' | 'endsWith' | 'contains';
        readonly value: Expression;
      };
}

const FLIPPED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=', '<>': '<>' } as const;
const TEXT = { 'STARTS WITH': 'startsWith', 'ENDS WITH': 'endsWith', CONTAINS: 'contains' } as const;

/** `name.key` */
function propertyOf(expression: Expression, name: string): string | null {
  const { kind } = expression;
  if (kind !== 'Property' || expression.subject.kind !== 'Variable' || expression.subject.name !== name)
    return null;
  return expression.key.name;
}

function read(condition: Expression, name: string): Asked | null {
  if (condition.kind === 'Comparison') {
    const [rest] = condition.rest;
    if (rest === undefined) return null;
    const left = propertyOf(condition.first, name);
    const key = left ?? propertyOf(rest.operand, name);
    const value = left === null ? condition.first : rest.operand;
    const operator = left === null ? FLIPPED[rest.operator] : rest.operator;
    if (key === null || mentions(value).has(name) || operator === '<>') return null;
    if (operator === '=') return { key, condition, how: { kind: 'equal', value } };
    const bound = { value, inclusive: operator.endsWith('=') };
    const below = operator.startsWith('<');
    return { key, condition, how: { kind: 'range', from: below ? null : bound, to: below ? bound : null } };
  }
  if (condition.kind !== 'Binary' || mentions(condition.right).has(name)) return null;
  const key = propertyOf(condition.left, name);
  if (key === null) return null;
  if (condition.operator === 'IN') return { key, condition, how: { kind: 'any', value: condition.right } };
  const how = TEXT[condition.operator as keyof typeof TEXT];
  return how === undefined ? null : { key, condition, how: { kind: 'text', how, value: condition.right } };
}

/** `id(name) = …`, `elementId(name) IN …` */
function readId(
  condition: Expression,
  name: string,
): { value: Expression; list: boolean; elementId: boolean } | null {
  const isId = (expression: Expression): boolean =>
    expression.kind === 'FunctionCall' &&
    /^(id|elementid)$/i.test(expression.name) &&
    expression.args[0]?.kind === 'Variable' &&
    expression.args[0].name === name;
  const elementId = (expression: Expression): boolean =>
    expression.kind === 'FunctionCall' && expression.name.length > 2;
  if (condition.kind === 'Binary' && condition.operator === 'IN' && isId(condition.left)) {
    if (mentions(condition.right).has(name)) return null;
    return { value: condition.right, list: true, elementId: elementId(condition.left) };
  }
  const rest = condition.kind === 'Comparison' ? condition.rest[0] : undefined;
  if (condition.kind !== 'Comparison' || rest?.operator !== '=') return null;
  const [id, value] = isId(condition.first)
    ? [condition.first, rest.operand]
    : [rest.operand, condition.first];
  if (!isId(id) || mentions(value).has(name)) return null;
  return { value, list: false, elementId: elementId(id) };
}

/** An index and how to ask it, for an element with these labels (or this type). */
export interface IndexUse {
  readonly index: IndexDefinition;
  readonly share: number;
  /** Conditions that hold for all that is found. */
  readonly settles: readonly Expression[];
  by(planning: Planning, scope: PlanScope): SeekBy;
}

export function indexUses(
  planning: Planning,
  entity: Entity,
  name: string,
  labels: readonly string[],
  conditions: readonly Expression[],
): IndexUse[] {
  const asked = conditions.map((condition) => read(condition, name)).filter((each) => each !== null);
  const uses: IndexUse[] = [];
  for (const index of planning.reader.indexes()) {
    const [label] = index.labelsOrTypes;
    if (index.entity !== entity || label === undefined || !labels.includes(label)) continue;
    if (index.kind === 'range') {
      const equal = index.properties.map((key) =>
        asked.find((each) => each.key === key && each.how.kind === 'equal'),
      );
      if (equal.every((each) => each !== undefined)) {
        const values = equal
          .map((each) => (each.how.kind === 'equal' ? each.how.value : null))
          .filter((each) => each !== null);
        const share = index.constraint === null ? 0.02 : 0;
        const by = (p: Planning, scope: PlanScope): SeekBy => ({
          kind: 'equal',
          values: values.map((value) => p.compile(value, scope)),
        });
        uses.push({ index, share, by, settles: equal.map((each) => each.condition) });
      }
    }
    if (index.properties.length !== 1) continue;
    for (const { key, how } of asked) {
      if (key !== index.properties[0]) continue;
      if (index.kind === 'range' && how.kind === 'any') {
        uses.push({
          index,
          share: 0.05,
          settles: [],
          by: (p, scope) => ({ kind: 'any', list: p.compile(how.value, scope) }),
        });
      }
      if (index.kind === 'range' && how.kind === 'range') {
        uses.push({
          index,
          share: 0.3,
          settles: [],
          by: (p, scope) => ({ kind: 'range', from: bound(p, how.from, scope), to: bound(p, how.to, scope) }),
        });
      }
      if (
        how.kind === 'text' &&
        (index.kind === 'text' || (index.kind === 'range' && how.how === 'startsWith'))
      ) {
        uses.push({
          index,
          share: how.how === 'startsWith' ? 0.1 : 0.15,
          settles: [],
          by: (p, scope) => ({ kind: 'text', how: how.how, text: p.compile(how.value, scope) }),
        });
      }
    }
  }
  return uses;
}

const bound = (planning: Planning, side: Bound | null, scope: PlanScope) =>
  side === null ? null : { value: planning.compile(side.value, scope), inclusive: side.inclusive };

/** Seek names as Neo4j's plans have them. */
export function seekName(entity: Entity, use: IndexUse, kind: SeekBy['kind']): string {
  const unique = use.index.constraint !== null && kind === 'equal' ? 'Unique' : '';
  const how = kind === 'range' ? 'SeekByRange' : kind === 'text' ? 'SeekByText' : 'Seek';
  return entity === 'node' ? `Node${unique}Index${how}` : `DirectedRelationship${unique}Index${how}`;
}

/** The cheapest way to every node that can be `name`, given conditions in which everything else is known. */
export function nodeAccess(planning: Planning, name: string, conditions: readonly Expression[]): Access {
  const statistics = new Statistics(planning.reader);
  for (const condition of conditions) {
    const ids = readId(condition, name);
    if (ids === null) continue;
    return {
      rows: ids.list ? 10 : 1,
      settles: [condition],
      add: (stage) =>
        andThen(stage, 'NodeByIdSeek', excerpt(planning, condition), (description, source) =>
          nodeByIdSeek(description, source, stage.scope.slot(name), {
            value: planning.compile(ids.value, stage.scope),
            list: ids.list,
            elementId: ids.elementId,
          }),
        ),
    };
  }

  const labelled: {
    readonly labels: readonly string[];
    readonly condition: Expression;
    readonly rows: number;
  }[] = [];
  for (const condition of conditions) {
    if (
      condition.kind !== 'HasLabels' ||
      condition.operand.kind !== 'Variable' ||
      condition.operand.name !== name
    )
      continue;
    const labels = alternatives(condition.labels);
    if (labels === null) continue;
    labelled.push({
      labels,
      condition,
      rows: labels.reduce((sum, label) => sum + statistics.nodesWithLabel(label), 0),
    });
  }
  const required = labelled.filter((each) => each.labels.length === 1).flatMap((each) => each.labels);
  const seeks = indexUses(planning, 'node', name, required, conditions).map((use): Access => {
    const all = Math.min(...use.index.labelsOrTypes.map((label) => statistics.nodesWithLabel(label)));
    const [label] = use.index.labelsOrTypes;
    const one = use.index.labelsOrTypes.length === 1;
    const has = labelled.filter((each) => one && each.labels.length === 1 && each.labels[0] === label);
    return {
      rows: Math.max(1, all * use.share),
      settles: [...use.settles, ...has.map((each) => each.condition)],
      add: (stage) => {
        const by = use.by(planning, stage.scope);
        return andThen(
          stage,
          seekName('node', use, by.kind),
          `${name}:${use.index.labelsOrTypes.join('|')}(${use.index.properties.join(', ')})`,
          (description, source) => nodeIndexSeek(description, source, stage.scope.slot(name), use.index, by),
        );
      },
    };
  });
  const scans = labelled.map(({ labels, condition, rows }): Access => ({
    rows: Math.max(rows, 1.5),
    settles: [condition],
    add: (stage) =>
      andThen(
        stage,
        labels.length === 1 ? 'NodeByLabelScan' : 'UnionNodeByLabelsScan',
        `${name}:${labels.join('|')}`,
        (description, source) => labelScan(description, source, stage.scope.slot(name), labels),
      ),
  }));
  const all: Access = {
    rows: statistics.nodes() + 2,
    settles: [],
    add: (stage) =>
      andThen(stage, 'AllNodesScan', name, (description, source) =>
        allNodesScan(description, source, stage.scope.slot(name)),
      ),
  };
  return [...seeks, ...scans, all].reduce((best, each) => (each.rows < best.rows ? each : best));
}

/** The cheapest way to every relationship that can be `hop`, with both its ends. */
export function relationshipAccess(
  planning: Planning,
  hop: StepHop,
  conditions: readonly Expression[],
): Access {
  const statistics = new Statistics(planning.reader);
  const all = statistics.relationships(hop.types);
  const undirected = hop.direction === 'both';
  const slots = (scope: PlanScope) => {
    const [from, to] = hop.direction === 'in' ? [hop.right, hop.left] : [hop.left, hop.right];
    return { relationship: scope.slot(hop.variable), from: scope.slot(from), to: scope.slot(to) };
  };
  const types = hop.types?.join('|');
  const arrow = `(${shown(hop.left)})${hop.direction === 'in' ? '<' : ''}-[${shown(hop.variable)}${types === undefined ? '' : `:${types}`}]-${
    hop.direction === 'out' ? '>' : ''
  }(${shown(hop.right)})`;
  const direction = undirected ? 'Undirected' : 'Directed';
  const seeks = indexUses(
    planning,
    'relationship',
    hop.variable,
    hop.types?.length === 1 ? hop.types : [],
    conditions,
  ).map((use): Access => ({
    rows: Math.max(1, all * use.share),
    settles: use.settles,
    add: (stage) => {
      const by = use.by(planning, stage.scope);
      return andThen(
        stage,
        seekName('relationship', use, by.kind).replace('Directed', direction),
        `${arrow} ${use.index.properties.join(', ')}`,
        (description, source) =>
          relationshipIndexSeek(description, source, slots(stage.scope), use.index, by, undirected),
      );
    },
  }));
  const scan: Access = {
    rows: (undirected ? 2 * all : all) + 1.6,
    settles: [],
    add: (stage) =>
      andThen(
        stage,
        `${direction}${hop.types === null ? 'AllRelationshipsScan' : 'RelationshipTypeScan'}`,
        arrow,
        (description, source) =>
          relationshipScan(description, source, slots(stage.scope), hop.types, undirected),
      ),
  };
  return [...seeks, scan].reduce((best, each) => (each.rows < best.rows ? each : best));
}

/** A variable as a plan shows it: what the planner made up stays empty. */
export const shown = (name: string): string => (isHidden(name) ? '' : name);
