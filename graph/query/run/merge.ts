import { CypherError } from '../../errors.ts';
import type { Row } from '../runtime.ts';
import {
  createElements,
  type Inspect,
  type NewElement,
  type NewNode,
  type NewRelationship,
} from './create.ts';
import type { RunContext } from './context.ts';
import { BATCH, type About, type Batch, type Operator } from './operator.ts';
import { namesOf, type Update } from './properties.ts';

export interface Merging {
  /** Finds the whole pattern from a row. */
  readonly match: Operator;
  /** Creates what of the pattern the row does not bring along. */
  readonly elements: readonly NewElement[];
  readonly onCreate: readonly Update[];
  readonly onMatch: readonly Update[];
}

/** MERGE: row by row, so that the second row finds what the first one made. */
export function merge(about: About, source: Operator, merging: Merging): Operator {
  const { match, elements, onCreate, onMatch } = merging;
  return {
    about,
    children: [source, match],
    *open(context, input) {
      context.writing();
      // a profile tells what each operator did
      const ofRow = context.profile === null ? match.ofRow : undefined;
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let out: Batch = [];
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          let found = false;
          const matched: Batch = [];
          if (ofRow !== undefined) ofRow(context, row, matched);
          else {
            for (const some of context.open(match, [row])) {
              if (some === null) yield null;
              else for (const each of some) matched.push(each);
            }
          }
          for (const each of matched) {
            found = true;
            for (const update of onMatch) update(each, context);
            out.push(each);
          }
          if (!found) {
            const made = row.slice();
            createElements(made, context, elements, refuseNulls);
            for (const update of onCreate) update(made, context);
            out.push(made);
          }
          if (out.length >= BATCH) {
            yield out;
            out = [];
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}

/**
 * Null and NaN equal nothing, so that such a pattern would be made anew each time. Looked at when the element is made,
 * since the value may come from one that was made before it: `MERGE (a {x: 1})-[:R {y: a.x}]->()`.
 */
const refuseNulls: Inspect = (element, properties, row, context) => {
  for (const [key, value] of properties) {
    if (value !== null && !Number.isNaN(value)) continue;
    const what = value === null ? 'null' : 'NaN';
    throw new CypherError(
      'Neo.ClientError.Statement.SemanticError',
      `Cannot merge the following ${element.kind} because of ${what} property value for '${key}': ${shown(
        element,
        `{${key}: ${what}}`,
        row,
        context,
      )}`,
      { gql: ['22G03', '22N31'] },
    );
  }
};

/** An element as Neo4j shows it in a message. */
function shown(
  element: NewNode | NewRelationship,
  properties: string,
  row: Row,
  context: RunContext,
): string {
  if (element.kind === 'relationship') {
    const type = namesOf(element.type, row, context).join('');
    return `(${element.from.name})-[:${type} ${properties}]->(${element.to.name})`;
  }
  const labels = element.labels.flatMap((label) => namesOf(label, row, context)).map((label) => `:${label}`);
  return `(${labels.join('')} ${properties})`;
}
