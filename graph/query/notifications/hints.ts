/** Notifications that need no graph: what costs more than it seems to, and what is deprecated. */
import { positionsIn } from '../../errors.ts';
import type { Notification } from '../../result.ts';
import type {
  CallSubquery,
  Create,
  Expression,
  Match,
  Merge,
  PatternElement,
  PatternPart,
  Statement,
} from '../ast.ts';
import { patternVariables } from '../check/patterns.ts';
import { eachPart, mentions } from '../plan/walk.ts';

type Told = Omit<Notification, 'position'> & { readonly offset: number };

export function hintsOf(statement: Statement, text: string): readonly Notification[] {
  const told: Told[] = [];
  eachPart(statement.body, (part) => {
    switch (part['kind']) {
      case 'Match':
        told.push(...cartesianProduct(part as unknown as Match));
        break;
      case 'CallSubquery':
        told.push(...withoutScope(part as unknown as CallSubquery));
        break;
      case 'Create': {
        const made = new Set(madeIn(part, statement));
        for (const each of (part as unknown as Create).pattern)
          told.push(...ownProperties(each, 'Creating', made));
        break;
      }
      case 'Merge': {
        const made = new Set(madeIn(part, statement));
        told.push(...ownProperties((part as unknown as Merge).pattern, 'Merging', made));
        break;
      }
      case 'FunctionCall':
        if (String(part['name']).toLowerCase() === 'id') told.push(idFunction(part as unknown as Expression));
        break;
      default:
        if ('selector' in part && 'elements' in part)
          told.push(...unbounded(part as unknown as PatternPart, text));
    }
    return true;
  });
  const positionOf = positionsIn(text);
  return told.map(({ offset, ...rest }) => ({ ...rest, position: positionOf(offset) }));
}

/** Parts of one MATCH that share no variable; a WHERE does not join them, and what was bound before neither. */
function cartesianProduct({ pattern, span }: Match): Told[] {
  const apart: Set<string>[] = [];
  let unnamed = 0;
  for (const part of pattern) {
    const names = new Set([...patternVariables(part)].map(({ name }) => name));
    // a part without names is joined to nothing
    if (names.size === 0) names.add(` ${unnamed++}`);
    for (const other of apart.filter((each) => [...names].some((name) => each.has(name)))) {
      for (const name of other) names.add(name);
      apart.splice(apart.indexOf(other), 1);
    }
    apart.push(names);
  }
  if (apart.length < 2) return [];
  const second = [...(apart[1] ?? [])].filter((name) => !name.startsWith(' '));
  const identifiers = `identifier${second.length === 1 ? ' is' : 's are'}: (${second.join(', ')})`;
  return [
    {
      code: 'Neo.ClientNotification.Statement.CartesianProduct',
      gqlStatus: '03N90',
      title: 'This query builds a cartesian product between disconnected patterns.',
      description: `If a part of a query contains multiple disconnected patterns, this will build a cartesian product between all those parts. This may produce a large amount of data and slow down query processing. While occasionally intended, it may often be possible to reformulate the query that avoids the use of this cross product, perhaps by adding a relationship between the different parts or by using OPTIONAL MATCH (${identifiers})`,
      severity: 'INFORMATION',
      category: 'PERFORMANCE',
      offset: span.start,
    },
  ];
}

/** Only `*` by itself: who writes `*1..` has thought of it. */
function unbounded({ selector, elements }: PatternPart, text: string): Told[] {
  if (selector?.kind !== 'shortestPath' && selector?.kind !== 'allShortestPaths') return [];
  const [first, relationship] = elements;
  if (first === undefined || relationship?.kind !== 'RelationshipPattern') return [];
  if (relationship.length?.max !== null) return [];
  if (/\*\s*[\d.]/.test(text.slice(relationship.span.start, relationship.span.end))) return [];
  return [
    {
      code: 'Neo.ClientNotification.Statement.UnboundedVariableLengthPattern',
      gqlStatus: '03N91',
      title: 'The provided pattern is unbounded, consider adding an upper limit to the number of node hops.',
      description:
        'Using shortest path with an unbounded pattern will likely result in long execution times. It is recommended to use an upper limit to the number of node hops in your pattern.',
      severity: 'INFORMATION',
      category: 'PERFORMANCE',
      offset: first.span.start,
    },
  ];
}

function deprecated(gqlStatus: string, description: string, offset: number): Told {
  return {
    code: 'Neo.ClientNotification.Statement.FeatureDeprecationWarning',
    gqlStatus,
    title: 'This feature is deprecated and will be removed in future versions.',
    description,
    severity: 'WARNING',
    category: 'DEPRECATION',
    offset,
  };
}

const idFunction = ({ span }: Expression): Told =>
  deprecated(
    '01N01',
    "The query used a deprecated function. ('id' has been replaced by 'elementId or consider using an application-generated id')",
    span.start,
  );

function withoutScope({ imports, query, span }: CallSubquery): Told[] {
  if (imports !== null) return [];
  const first = query.kind === 'SingleQuery' ? query.clauses[0] : undefined;
  const names = first?.kind === 'With' ? first.projection.items.map(({ alias }) => alias).join(', ') : '';
  const description = `CALL subquery without a variable scope clause is deprecated. Use CALL (${names}) { ... }`;
  return [deprecated('01N00', description, span.start)];
}

/** `CREATE (a {x: 1}), (b {x: a.x})`: which is made first is not said. */
function ownProperties(part: PatternPart, doing: 'Creating' | 'Merging', made: ReadonlySet<string>): Told[] {
  const told: Told[] = [];
  for (const element of part.elements) {
    const properties = propertiesOf(element);
    if (properties === null) continue;
    eachPart(properties, (inner) => {
      const { kind, name, span } = inner;
      if (kind === 'Variable' && typeof name === 'string' && made.has(name)) {
        const words = doing === 'Creating' ? 'CREATE' : 'MERGE';
        const description = `${doing} an entity (${name}) and referencing that entity in a property definition in the same ${words} is deprecated.`;
        told.push(deprecated('01N00', description, (span as { start: number }).start));
      }
      return true;
    });
  }
  return told;
}

/** What the clause itself makes: not what was bound before it. */
function* madeIn(clause: object, statement: Statement): Generator<string> {
  const { pattern, span } = clause as Create | Merge;
  const parts: readonly PatternPart[] = 'elements' in pattern ? [pattern] : pattern;
  const refers = parts.some((part) => part.elements.some((element) => propertiesOf(element) !== null));
  if (!refers) return;
  const before = boundBefore(statement, span.start);
  for (const part of parts) for (const { name } of patternVariables(part)) if (!before.has(name)) yield name;
}

function boundBefore(statement: Statement, offset: number): ReadonlySet<string> {
  const names = new Set<string>();
  eachPart(statement.body, ({ variable, alias, span }) => {
    const start = (span as { start: number } | undefined)?.start ?? offset;
    if (start >= offset) return true;
    if (typeof variable === 'object' && variable !== null && 'name' in variable)
      names.add(String(variable.name));
    if (typeof alias === 'string') names.add(alias);
    return true;
  });
  return names;
}

function propertiesOf(element: PatternElement): object | null {
  if (element.kind === 'QuantifiedPath' || element.properties === null) return null;
  return mentions(element.properties).size === 0 ? null : element.properties;
}
