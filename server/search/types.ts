/** Relationship types as hits: by the words of their names, with how many relationships have each. */
import type { Node, Relationship, Value } from '../../graph/model.ts';
import { countIn, nodeIn, relationshipIn, textIn } from '../cells.ts';
import { collect } from '../named-queries.ts';
import type { Row } from '../named-queries.ts';
import type { Call } from '../route.ts';
import { bestMatch, typeField } from './match.ts';
import type { Match } from './match.ts';

/** Most types that are counted; a word that is in the names of more is no good one to find a type by. */
const MOST_TYPES = 10;

type Asked = Pick<Call<unknown, unknown, unknown>, 'ask' | 'store' | 'settings' | 'signal'>;

export interface TypeHit {
  readonly kind: 'type';
  readonly type: string;
  readonly count: number;
  readonly match: Match;
}

/** The types in use whose names hold all terms, best first, then by name. Those that only Neo4j remembers are left out. */
export async function typesNamed(terms: readonly string[], asked: Asked): Promise<readonly TypeHit[]> {
  const names = (await asked.ask('relationship-types')).map((row) => textIn(row, 'type'));
  const named = names
    .filter((type) => type !== 'FROM')
    .flatMap((type) => {
      const match = bestMatch(terms, typeField(type));
      return match === null || !match.isWhole ? [] : [{ type, match }];
    })
    .toSorted((a, b) => b.match.score - a.match.score || (a.type < b.type ? -1 : 1))
    .slice(0, MOST_TYPES);
  const counts = await Promise.all(named.map(({ type }) => countOfType(type, asked)));
  return named.flatMap(({ type, match }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ kind: 'type', type, count, match }];
  });
}

export interface ClaimOfType {
  readonly source: Node;
  readonly relationship: Relationship;
  readonly target: Node;
}

/** The first claims of a type, in id order. @param limit most claims to give */
export async function claimsOfType(
  type: string,
  limit: number,
  asked: Asked,
): Promise<readonly ClaimOfType[]> {
  const rows = await run(
    `MATCH (source)-[relationship:${quoted(type)}]->(target)
     RETURN source, relationship, target ORDER BY coalesce(relationship.id, elementId(relationship)) LIMIT $limit`,
    asked,
    { limit: BigInt(limit) },
  );
  return rows.map((row) => ({
    source: nodeIn(row, 'source'),
    relationship: relationshipIn(row, 'relationship'),
    target: nodeIn(row, 'target'),
  }));
}

/** A number that every store keeps, so that nothing is read for it. */
export async function countOfType(type: string, asked: Asked): Promise<number> {
  const [row] = await run(
    `MATCH ()-[relationship:${quoted(type)}]->() RETURN count(relationship) AS count`,
    asked,
  );
  return row === undefined ? 0 : countIn(row, 'count');
}

/** A type cannot be a parameter, so each has its own statement, which the stores keep planned. */
async function run(
  statement: string,
  { store, settings, signal }: Asked,
  parameters: Readonly<Record<string, Value>> = {},
): Promise<readonly Row[]> {
  const options = { access: 'read', timeoutMs: settings.queryTimeoutMs, signal } as const;
  return (await collect(store, statement, new Map(Object.entries(parameters)), options)).rows;
}

const quoted = (type: string): string => `\`${type.replaceAll('`', '``')}\``;
