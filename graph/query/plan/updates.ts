/** CREATE, MERGE, SET, REMOVE, DELETE and FOREACH. */
import type {
  Create,
  Delete,
  Expression,
  LabelExpression,
  LabelName,
  Merge,
  NodePattern,
  PatternPart,
  RelationshipPattern,
  RemoveItem,
  SetClause,
  SetItem,
  Span,
} from '../ast.ts';
import { CypherError } from '../../errors.ts';
import { pathOf } from '../run/build-path.ts';
import { create, type NewElement } from '../run/create.ts';
import { deleteElements } from '../run/delete.ts';
import { merge } from '../run/merge.ts';
import {
  addLabels,
  namesOf,
  removeLabels,
  setAll,
  setProperty,
  type NameOf,
  type Update,
} from '../run/properties.ts';
import { addProperties, update, type Adding } from '../run/update.ts';
import { NodeRef, RelationshipRef, type Evaluate, type RunValue } from '../runtime.ts';
import { argumentStage } from './filtering.ts';
import { isHidden, type PlanScope } from './frame.ts';
import { nodeName, relationshipName } from './pattern.ts';
import { excerpt, andThen, type Planning, type Stage } from './planning.ts';

/** The elements that a pattern makes, in order, and the scope that has them all. */
function newElements(
  planning: Planning,
  pattern: readonly PatternPart[],
  before: PlanScope,
): { readonly elements: NewElement[]; readonly scope: PlanScope } {
  // all of it at once: in MERGE the properties of each may speak of any other
  const scope = before.withAll(pattern.flatMap(namesIn));
  const bound = new Set<string>();
  const elements: NewElement[] = [];
  for (const part of pattern) {
    const nodes = part.elements.filter((element) => element.kind === 'NodePattern');
    const relationships = part.elements.filter((element) => element.kind === 'RelationshipPattern');
    // a node comes before the relationships that need it
    for (const node of nodes) {
      const name = nodeName(node);
      if (before.has(name) || bound.has(name)) continue;
      bound.add(name);
      const properties = node.properties === null ? null : planning.compile(node.properties, scope);
      const labels = labelNames(node.labels).map((label) => nameOf(planning, label, scope));
      const called = node.variable?.name ?? '';
      elements.push({ kind: 'node', slot: scope.slot(name), name: called, labels, properties });
    }
    relationships.forEach((relationship, index) => {
      const left = nodes[index];
      const right = nodes[index + 1];
      if (left === undefined || right === undefined) return;
      const properties =
        relationship.properties === null ? null : planning.compile(relationship.properties, scope);
      const [type] = labelNames(relationship.types);
      if (type === undefined) throw new TypeError('a relationship to be made without a type');
      // undirected is left to right, as in Neo4j's MERGE
      const [from, to] = relationship.direction === 'in' ? [right, left] : [left, right];
      elements.push({
        kind: 'relationship',
        slot: scope.slot(relationshipName(relationship)),
        name: relationship.variable?.name ?? '  UNNAMED',
        from: end(from, scope),
        to: end(to, scope),
        type: nameOf(planning, type, scope),
        properties,
      });
    });
    if (part.variable !== null) elements.push(newPath(part.variable.name, nodes, relationships, scope));
  }
  return { elements, scope };
}

const end = (node: NodePattern, scope: PlanScope) => {
  const name = nodeName(node);
  return { slot: scope.slot(name), name: isHidden(name) ? '' : name };
};

/** What a part of the pattern binds: nodes, relationships, path. */
function namesIn({ elements, variable }: PatternPart): string[] {
  const nodes = elements.filter((element) => element.kind === 'NodePattern').map(nodeName);
  const relationships = elements
    .filter((element) => element.kind === 'RelationshipPattern')
    .map(relationshipName);
  return [...nodes, ...relationships, ...(variable === null ? [] : [variable.name])];
}

function newPath(
  name: string,
  nodes: readonly NodePattern[],
  relationships: readonly RelationshipPattern[],
  scope: PlanScope,
): NewElement {
  const start = nodes[0] === undefined ? -1 : scope.slot(nodeName(nodes[0]));
  const parts = relationships.map((relationship) => scope.slot(relationshipName(relationship)));
  return {
    kind: 'path',
    slot: scope.slot(name),
    build: (row, context) => pathOf(context.tx, row, start, parts),
  };
}

/** The labels of `:A:B`: where elements are made, an expression says nothing else. */
function labelNames(labels: LabelExpression | null): readonly LabelName[] {
  if (labels === null) return [];
  if (labels.kind === 'Label') return [labels.label];
  return 'left' in labels ? [...labelNames(labels.left), ...labelNames(labels.right)] : [];
}

const nameOf = (planning: Planning, label: LabelName, scope: PlanScope): NameOf =>
  'name' in label ? label.name : planning.compile(label.dynamic, scope);

/** What the planner named is gone after the clause. */
const visible = (stage: Stage, before: PlanScope): Stage => ({
  ...stage,
  scope: stage.scope.only((name) => !isHidden(name) || before.has(name)),
});

export function planCreate(planning: Planning, stage: Stage, clause: Create): Stage {
  const { elements, scope } = newElements(planning, clause.pattern, stage.scope);
  const details = clause.pattern.map((part) => excerpt(planning, part)).join(', ');
  const created = andThen(stage, 'Create', details, (about, source) => create(about, source, elements), {
    scope,
  });
  return visible(created, stage.scope);
}

export function planMerge(planning: Planning, stage: Stage, clause: Merge): Stage {
  const { elements, scope } = newElements(planning, [clause.pattern], stage.scope);
  // the search writes what it finds into the very slots into which creation writes
  const start = argumentStage(stage.scope);
  const match = planning.match([clause.pattern], null, start, scope).operator;
  const onCreate = planUpdates(planning, clause.onCreate, scope);
  const onMatch = planUpdates(planning, clause.onMatch, scope);
  const merged = andThen(
    stage,
    'Merge',
    excerpt(planning, clause.pattern),
    (about, source) => merge(about, source, { match, elements, onCreate, onMatch }),
    { scope },
  );
  return visible(merged, stage.scope);
}

export function planItems(
  planning: Planning,
  stage: Stage,
  name: string,
  items: readonly (SetItem | RemoveItem)[],
): Stage {
  const updates = planUpdates(planning, items, stage.scope);
  const details = items.map((item) => excerpt(planning, item)).join(', ');
  return andThen(stage, name, details, (about, source) => update(about, source, updates));
}

/** `SET n += map` that keeps apart, as it runs, from what was read before. */
export function planAdding(
  planning: Planning,
  stage: Stage,
  clause: SetClause,
  readBefore: ReadonlySet<string>,
): Stage {
  const [item] = clause.items;
  if (item?.kind !== 'SetAll') throw new TypeError('not a clause that adds properties');
  const subject = planning.compile(variable(item.variable), stage.scope);
  const map = planning.compile(item.value, stage.scope);
  const element: Adding['element'] = (row, context) => elementOf(subject(row, context));
  return andThen(stage, 'Set', excerpt(planning, item), (about, source) =>
    addProperties(about, source, { element, map, readBefore }),
  );
}

export function planDelete(planning: Planning, stage: Stage, clause: Delete): Stage {
  const values = clause.expressions.map((expression) => planning.compile(expression, stage.scope));
  const details = clause.expressions.map((expression) => excerpt(planning, expression)).join(', ');
  return andThen(stage, clause.detach ? 'DetachDelete' : 'Delete', details, (about, source) =>
    deleteElements(about, source, values, clause.detach),
  );
}

/**
 * Properties of one variable that are set one after the other, `SET n.a = 1, n.b = n.a`, are set together, as Neo4j does:
 * each value is calculated before any is set. `SET n.a = 1 SET n.b = n.a` goes step by step.
 */
function planUpdates(
  planning: Planning,
  items: readonly (SetItem | RemoveItem)[],
  scope: PlanScope,
): readonly Update[] {
  const updates: Update[] = [];
  for (let from = 0, to: number; from < items.length; from = to) {
    const item = items[from]!;
    const name = setVariable(item);
    to = from + 1;
    if (name !== null) while (to < items.length && setVariable(items[to]!) === name) to++;
    updates.push(
      to === from + 1 || name === null
        ? planItem(planning, item, scope)
        : planTogether(planning, items.slice(from, to).filter(isSetProperty), scope),
    );
  }
  return updates;
}

type SetProperty = Extract<SetItem, { kind: 'SetProperty' }>;

const isSetProperty = (item: SetItem | RemoveItem): item is SetProperty => item.kind === 'SetProperty';

/** The variable whose property an item sets. */
const setVariable = (item: SetItem | RemoveItem): string | null =>
  isSetProperty(item) && item.target.subject.kind === 'Variable' ? item.target.subject.name : null;

function planTogether(planning: Planning, items: readonly SetProperty[], scope: PlanScope): Update {
  const subject = planning.compile(items[0]!.target.subject, scope);
  const parts = items.map(({ target, value }) => ({
    key: target.kind === 'Property' ? target.key.name : planning.compile(target.index, scope),
    value: planning.compile(value, scope),
  }));
  return (row, context) => {
    const element = elementOf(subject(row, context));
    if (element === null) return;
    const given = new Map<string, RunValue>();
    for (const { key, value } of parts) {
      for (const name of namesOf(key, row, context)) given.set(name, value(row, context));
    }
    setAll(context, element, given, true);
  };
}

function planItem(planning: Planning, item: SetItem | RemoveItem, scope: PlanScope): Update {
  switch (item.kind) {
    case 'SetProperty':
    case 'RemoveProperty': {
      const { target } = item;
      const subject = planning.compile(target.subject, scope);
      const key = target.kind === 'Property' ? target.key.name : planning.compile(target.index, scope);
      const value: Evaluate = item.kind === 'SetProperty' ? planning.compile(item.value, scope) : () => null;
      return (row, context) => {
        const element = elementOf(subject(row, context));
        if (element === null) return;
        const [name] = namesOf(key, row, context);
        if (name !== undefined) setProperty(context, element, name, value(row, context));
      };
    }
    case 'SetAll': {
      const subject = planning.compile(variable(item.variable), scope);
      const value = planning.compile(item.value, scope);
      return (row, context) => {
        const element = elementOf(subject(row, context));
        if (element !== null) setAll(context, element, value(row, context), item.merge);
      };
    }
    case 'SetLabels':
    case 'RemoveLabels': {
      const subject = planning.compile(variable(item.variable), scope);
      const names = item.labels.map((label) => nameOf(planning, label, scope));
      const change = item.kind === 'SetLabels' ? addLabels : removeLabels;
      return (row, context) => {
        const element = elementOf(subject(row, context));
        if (element === null) return;
        if (!(element instanceof NodeRef)) throw notAnElement('a node');
        for (const name of names) change(context, element, namesOf(name, row, context));
      };
    }
  }
}

const variable = ({ name, span }: { readonly name: string; readonly span: Span }): Expression => ({
  kind: 'Variable',
  name,
  span,
});

function elementOf(value: RunValue): NodeRef | RelationshipRef | null {
  if (value === null || value instanceof NodeRef || value instanceof RelationshipRef) return value;
  throw notAnElement('a node or a relationship');
}

function notAnElement(what: string): CypherError {
  return new CypherError('Neo.ClientError.Statement.TypeError', `Type mismatch: expected ${what} to change.`);
}
