/**
 * Labels, relationship types and property keys that a statement looks for and that the graph has never seen. As Neo4j, only
 * of statements that write nothing, each place for itself, and of property keys only where the subject is known to be an
 * element of the graph.
 */
import type { LabelExpression, Name, Statement } from '../ast.ts';
import { eachPart } from '../plan/walk.ts';

type Tree = Readonly<Record<string, unknown>>;

export interface LookedFor {
  readonly kind: 'label' | 'type' | 'key';
  readonly name: string;
  readonly offset: number;
}

/** Every name that is looked for, in no order. */
export function namesLookedFor(statement: Statement): LookedFor[] {
  const { nodes, relationships } = elementVariables(statement);
  const isElement = (subject: unknown): boolean => {
    const name = variableName(subject);
    return name !== undefined && (nodes.has(name) || relationships.has(name));
  };
  const found: LookedFor[] = [];
  const key = ({ name, span }: Name): void => {
    found.push({ kind: 'key', name, offset: span.start });
  };
  eachPart(statement.body, (part) => {
    switch (part['kind']) {
      case 'NodePattern':
        found.push(...labelNames(part['labels'], 'label'));
        for (const entry of entriesOf(part['properties'])) key(entry);
        break;
      case 'RelationshipPattern':
        found.push(...labelNames(part['types'], 'type'));
        for (const entry of entriesOf(part['properties'])) key(entry);
        break;
      case 'HasLabels': {
        const name = variableName(part['operand']);
        const isType = name !== undefined && relationships.has(name);
        found.push(...labelNames(part['labels'], isType ? 'type' : 'label'));
        break;
      }
      case 'Property':
        if (isElement(part['subject'])) key(part['key'] as Name);
        break;
      case 'DynamicProperty': {
        const index = part['index'] as Tree & { span: Name['span'] };
        if (isElement(part['subject']) && index['kind'] === 'Literal' && typeof index['value'] === 'string')
          key({ name: index['value'], span: index.span });
        break;
      }
      case 'MapProjection':
        if (!isElement(part['subject'])) break;
        for (const item of part['items'] as readonly Tree[])
          if (item['kind'] === 'property') key(item['key'] as Name);
        break;
      default:
    }
    return true;
  });
  return found;
}

/** Names that patterns bind, wherever in the statement. */
function elementVariables(statement: Statement): { nodes: Set<string>; relationships: Set<string> } {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  eachPart(statement.body, (part) => {
    const variable = part['variable'] as Name | null | undefined;
    if (part['kind'] === 'NodePattern' && variable) nodes.add(variable.name);
    if (part['kind'] === 'RelationshipPattern' && variable) relationships.add(variable.name);
    return true;
  });
  return { nodes, relationships };
}

function variableName(expression: unknown): string | undefined {
  const { kind, name } = expression as Tree;
  return kind === 'Variable' && typeof name === 'string' ? name : undefined;
}

function entriesOf(properties: unknown): readonly Name[] {
  if (typeof properties !== 'object' || properties === null || !('entries' in properties)) return [];
  return (properties.entries as readonly { key: Name }[]).map((entry) => entry.key);
}

function labelNames(expression: unknown, kind: 'label' | 'type'): LookedFor[] {
  const labels = expression as LabelExpression | null;
  if (labels === null) return [];
  switch (labels.kind) {
    case 'Label':
      return 'name' in labels.label
        ? [{ kind, name: labels.label.name, offset: labels.label.span.start }]
        : [];
    case 'LabelAnd':
    case 'LabelOr':
      return [...labelNames(labels.left, kind), ...labelNames(labels.right, kind)];
    case 'LabelNot':
      return labelNames(labels.operand, kind);
    default:
      return [];
  }
}
