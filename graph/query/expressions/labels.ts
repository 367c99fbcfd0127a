/** `n:Actor&!State` as a predicate: the labels of a node, the type of a relationship. */
import type { NameTable } from '../../memory/graph.ts';
import type { HasLabels, LabelExpression } from '../ast.ts';
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Context, Evaluate, Row, RunValue } from '../runtime.ts';
import { mismatch } from '../values/errors.ts';
import { isList } from '../values/types.ts';
import type { Compile } from './compiler.ts';
import { checkRelationship } from './elements.ts';

/** `isNode` true: does the node `id` have the label; false: is the relationship `id` of the type. */
type Test = (isNode: boolean, id: number, row: Row, context: Context) => boolean;

export function compileHasLabels({ operand, labels }: HasLabels, compile: Compile): Evaluate {
  const compiled = compile(operand);
  const test = compileLabels(labels, compile);
  return (row, context) => {
    const value = compiled(row, context);
    if (value === null) return null;
    if (value instanceof NodeRef) {
      // a deleted node has no labels, as in Neo4j
      if (context.writer !== null && !context.tx.hasNode(value.id)) return false;
      return test(true, value.id, row, context);
    }
    if (!(value instanceof RelationshipRef)) throw mismatch('a Node or Relationship', value);
    checkRelationship(value, context);
    return test(false, value.id, row, context);
  };
}

function compileLabels(labels: LabelExpression, compile: Compile): Test {
  switch (labels.kind) {
    case 'LabelAnd':
    case 'LabelOr': {
      const left = compileLabels(labels.left, compile);
      const right = compileLabels(labels.right, compile);
      return labels.kind === 'LabelAnd'
        ? (isNode, id, row, context) => left(isNode, id, row, context) && right(isNode, id, row, context)
        : (isNode, id, row, context) => left(isNode, id, row, context) || right(isNode, id, row, context);
    }
    case 'LabelNot': {
      const operand = compileLabels(labels.operand, compile);
      return (isNode, id, row, context) => !operand(isNode, id, row, context);
    }
    case 'LabelAny':
      return (isNode, id, _row, context) => !isNode || context.tx.nodeLabels(id).length > 0;
    case 'Label': {
      if (!('dynamic' in labels.label)) {
        return hasName(labels.label.name);
      }
      const { dynamic, any } = labels.label;
      const names = compile(dynamic);
      return (isNode, id, row, context) => {
        const wanted = namesIn(names(row, context));
        return any
          ? wanted.some((name) => has(isNode, id, name, context))
          : wanted.every((name) => has(isNode, id, name, context));
      };
    }
  }
}

/** Looks the label's id up once a store, not once a row. */
function hasName(name: string): Test {
  let table: NameTable | null = null;
  let label = -1;
  return (isNode, id, _row, context) => {
    if (!isNode) return has(isNode, id, name, context);
    const { tx } = context;
    if (table !== tx.labels || label < 0) {
      table = tx.labels;
      label = table.find(name);
    }
    return label >= 0 && tx.hasLabel(id, label);
  };
}

function has(isNode: boolean, id: number, name: string, { tx }: Context): boolean {
  if (!isNode) return tx.types.name(tx.typeOf(id)) === name;
  const label = tx.labels.find(name);
  return label >= 0 && tx.hasLabel(id, label);
}

/** The names that `$(…)` gives: one text, or a list of them. @throws CypherError anything else */
function namesIn(value: RunValue): readonly string[] {
  const names = isList(value) ? value : [value];
  return names.map((name) => {
    if (typeof name === 'string') return name;
    throw mismatch('a String or a List of Strings', name);
  });
}
