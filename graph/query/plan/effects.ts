/**
 * What a clause reads and writes in the graph, as far as it can be told from the text: where one clause could see what
 * another one does, the first must have come to its end (an eager barrier), since clauses work one after another.
 */
import type {
  Clause,
  LabelExpression,
  LabelName,
  NodePattern,
  PatternPart,
  Query,
  RelationshipPattern,
} from '../ast.ts';
import { work } from '../../work.ts';
import { alternatives, labelConditions } from './predicates.ts';

/** Names, or `any` of them. */
type Names = Set<string> | 'any';

export interface Effects {
  /** For each node pattern that looks for nodes: labels it requires. */
  readonly soughtNodes: ReadonlySet<string>[];
  soughtTypes: Names;
  readLabels: Names;
  readKeys: Names;
  /** For each node pattern that makes nodes: their labels; null where they are not known. */
  readonly madeNodes: (ReadonlySet<string> | null)[];
  madeTypes: Names;
  writtenLabels: Names;
  writtenKeys: Names;
  deletes: boolean;
}

export function noEffects(): Effects {
  return {
    soughtNodes: [],
    soughtTypes: new Set(),
    readLabels: new Set(),
    readKeys: new Set(),
    madeNodes: [],
    madeTypes: new Set(),
    writtenLabels: new Set(),
    writtenKeys: new Set(),
    deletes: false,
  };
}

const union = (a: Names, b: Names): Names => (a === 'any' || b === 'any' ? 'any' : new Set([...a, ...b]));
const including = (names: Names, name: string): Names =>
  names === 'any' || names.has(name) ? names : new Set([...names, name]);
const isEmpty = (names: Names): boolean => names !== 'any' && names.size === 0;
const overlap = (a: Names, b: Names): boolean => {
  if (isEmpty(a) || isEmpty(b)) return false;
  return a === 'any' || b === 'any' || [...a].some((name) => b.has(name));
};

export function combine(a: Effects, b: Effects): Effects {
  return {
    soughtNodes: [...a.soughtNodes, ...b.soughtNodes],
    soughtTypes: union(a.soughtTypes, b.soughtTypes),
    readLabels: union(a.readLabels, b.readLabels),
    readKeys: union(a.readKeys, b.readKeys),
    madeNodes: [...a.madeNodes, ...b.madeNodes],
    madeTypes: union(a.madeTypes, b.madeTypes),
    writtenLabels: union(a.writtenLabels, b.writtenLabels),
    writtenKeys: union(a.writtenKeys, b.writtenKeys),
    deletes: a.deletes || b.deletes,
  };
}

export const writes = (effects: Effects): boolean =>
  effects.deletes ||
  effects.madeNodes.length > 0 ||
  [effects.madeTypes, effects.writtenLabels, effects.writtenKeys].some((names) => !isEmpty(names));

/** True when what `writer` does could change what `reader` sees. */
export function disturbs(writer: Effects, reader: Effects): boolean {
  const found = (made: ReadonlySet<string> | null): boolean =>
    reader.soughtNodes.some((sought) => made === null || [...sought].every((label) => made.has(label)));
  return (
    writer.madeNodes.some(found) ||
    overlap(writer.madeTypes, reader.soughtTypes) ||
    overlap(writer.writtenLabels, reader.readLabels) ||
    overlap(writer.writtenKeys, reader.readKeys) ||
    (writer.deletes && (reader.soughtNodes.length > 0 || !isEmpty(reader.soughtTypes)))
  );
}

/**
 * What was read before `SET n += map`, where that the map may write it is all that speaks against going row by row.
 * Null: there is more that does, or it is another clause.
 */
export function readBeforeAdding(before: Effects, clause: Clause): ReadonlySet<string> | null {
  if (clause.kind !== 'Set' || clause.items.length > 1) return null;
  const [item] = clause.items;
  if (item?.kind !== 'SetAll' || !item.merge || before.readKeys === 'any') return null;
  const effects = effectsOf(clause);
  const apart = !disturbs(before, effects) && !disturbs({ ...effects, writtenKeys: new Set() }, before);
  return apart ? before.readKeys : null;
}

export function effectsOf(clause: Clause): Effects {
  const effects = noEffects();
  if (clause.kind === 'Foreach') {
    read(clause.list, effects);
    return clause.updates.map(effectsOf).reduce(combine, effects);
  }
  if (clause.kind === 'CallSubquery') return clausesIn(clause.query).map(effectsOf).reduce(combine, effects);
  read(clause.kind === 'Create' || clause.kind === 'Merge' ? propertiesIn(clause) : clause, effects);
  switch (clause.kind) {
    case 'Create':
      for (const part of clause.pattern) make(part, effects);
      break;
    case 'Merge':
      read(clause, effects);
      make(clause.pattern, effects);
      for (const item of [...clause.onCreate, ...clause.onMatch]) write(item, effects);
      break;
    case 'Set':
    case 'Remove':
      for (const item of clause.items) write(item, effects);
      break;
    case 'Delete':
      effects.deletes = true;
      break;
    default:
  }
  return effects;
}

type Tree = Readonly<Record<string, unknown>>;

/** Every clause of a query, in order; conditions of WHEN as filters. */
export function clausesIn(query: Query): readonly Clause[] {
  switch (query.kind) {
    case 'SingleQuery':
      return query.clauses;
    case 'Union':
      return [...clausesIn(query.left), ...clausesIn(query.right)];
    case 'Sequence':
      return [...clausesIn(query.first), ...clausesIn(query.next)];
    case 'Conditional': {
      const branches = query.branches.flatMap(({ when, query: inner, span }): readonly Clause[] => [
        { kind: 'Filter', where: when, span },
        ...clausesIn(inner),
      ]);
      return query.otherwise === null ? branches : [...branches, ...clausesIn(query.otherwise)];
    }
  }
}

/** CREATE looks for nothing; only the values it is given are read. */
function propertiesIn(clause: Clause): object {
  const parts = clause.kind === 'Create' ? clause.pattern : clause.kind === 'Merge' ? [clause.pattern] : [];
  return parts.flatMap((part) =>
    part.elements.flatMap((element) =>
      element.kind === 'QuantifiedPath' || element.properties === null ? [] : [element.properties],
    ),
  );
}

/** Everything in a tree that looks at the graph. */
function read(tree: unknown, effects: Effects): void {
  if (typeof tree !== 'object' || tree === null || tree instanceof Map || tree instanceof Uint8Array) return;
  work();
  if (Array.isArray(tree)) {
    for (const each of tree) read(each, effects);
    return;
  }
  const part = tree as Tree;
  switch (part['kind']) {
    case 'Literal':
      return;
    case 'NodePattern': {
      const node = tree as NodePattern;
      effects.soughtNodes.push(required(node.labels));
      if (node.labels !== null) readLabels(node.labels, effects);
      readEntries(node, effects);
      break;
    }
    case 'RelationshipPattern': {
      const relationship = tree as RelationshipPattern;
      const types = relationship.types === null ? null : alternatives(relationship.types);
      effects.soughtTypes = union(effects.soughtTypes, types === null ? 'any' : new Set(types));
      readEntries(relationship, effects);
      break;
    }
    case 'HasLabels':
      readLabels((tree as { labels: LabelExpression }).labels, effects);
      break;
    case 'Property':
      effects.readKeys = including(effects.readKeys, (tree as { key: { name: string } }).key.name);
      break;
    case 'DynamicProperty':
    case 'MapProjection':
      effects.readKeys = 'any';
      break;
    case 'FunctionCall': {
      const name = String(part['name']).toLowerCase();
      if (name === 'properties' || name === 'keys') effects.readKeys = 'any';
      if (name === 'labels') effects.readLabels = 'any';
      break;
    }
    case 'CallProcedure':
      effects.soughtNodes.push(new Set());
      effects.soughtTypes = 'any';
      break;
    default:
  }
  for (const key in part) if (key !== 'span') read(part[key], effects);
}

function readEntries(element: NodePattern | RelationshipPattern, effects: Effects): void {
  if (element.properties === null) return;
  effects.readKeys =
    element.properties.kind === 'Parameter'
      ? 'any'
      : union(effects.readKeys, new Set(element.properties.entries.map((entry) => entry.key.name)));
}

function required(labels: LabelExpression | null): ReadonlySet<string> {
  const names = new Set<string>();
  for (const condition of labelConditions('', labels)) {
    if (condition.kind !== 'HasLabels') continue;
    const [only, ...more] = alternatives(condition.labels) ?? [];
    if (only !== undefined && more.length === 0) names.add(only);
  }
  return names;
}

function readLabels(labels: LabelExpression, effects: Effects): void {
  const names = alternatives(labels);
  if (names !== null) effects.readLabels = union(effects.readLabels, new Set(names));
  else if (labels.kind === 'LabelAnd' || labels.kind === 'LabelOr') {
    readLabels(labels.left, effects);
    readLabels(labels.right, effects);
  } else effects.readLabels = 'any';
}

function make(part: PatternPart, effects: Effects): void {
  for (const element of part.elements) {
    if (element.kind === 'NodePattern') {
      const { labels } = element;
      const known = labels === null || !labelNames(labels).some((label) => 'dynamic' in label);
      effects.madeNodes.push(known ? required(labels) : null);
    } else if (element.kind === 'RelationshipPattern') {
      const types = element.types === null ? null : alternatives(element.types);
      effects.madeTypes = union(effects.madeTypes, types === null ? 'any' : new Set(types));
    }
  }
}

function labelNames(labels: LabelExpression): LabelName[] {
  switch (labels.kind) {
    case 'Label':
      return [labels.label];
    case 'LabelAnd':
    case 'LabelOr':
      return [...labelNames(labels.left), ...labelNames(labels.right)];
    case 'LabelNot':
      return labelNames(labels.operand);
    case 'LabelAny':
      return [];
  }
}

type Item = Extract<Clause, { kind: 'Set' | 'Remove' }>['items'][number];

function write(item: Item, effects: Effects): void {
  switch (item.kind) {
    case 'SetProperty':
    case 'RemoveProperty': {
      const key = item.target.kind === 'Property' ? new Set([item.target.key.name]) : 'any';
      effects.writtenKeys = union(effects.writtenKeys, key);
      break;
    }
    case 'SetAll':
      effects.writtenKeys = 'any';
      break;
    case 'SetLabels':
    case 'RemoveLabels': {
      const names = item.labels.map((label) => ('name' in label ? label.name : null));
      const known = names.filter((name) => name !== null);
      effects.writtenLabels =
        known.length < names.length ? 'any' : union(effects.writtenLabels, new Set(known));
      break;
    }
  }
}
