/** Relationship types as hits: by the words of their names, with how many relationships have each. */
import type { Node, Relationship } from '../../graph/model.ts';
import { countIn, nodeIn, relationshipIn, textIn } from '../cells.ts';
import { collect } from '../named-queries.ts';
import type { Call } from '../route.ts';
import { bestMatch, typeField } from './match.ts';
import type { Match } from './match.ts';

/** Most types that are given; a word that is in the names of more is no good one to find a type by. */
const MOST_TYPES = 10;

type Asked = Call<unknown, unknown, unknown>;

export interface TypeHit {
  readonly kind: 'type';
  readonly type: string;
  readonly count: number;
  readonly match: Match;
}

/** The types in use whose names hold all terms, best first, then by name. */
export async function typesNamed(
  terms: readonly string[],
  asked: Pick<Asked, 'askKept'>,
): Promise<readonly TypeHit[]> {
  return [...(await typeCounts(asked))]
    .filter(([type]) => type !== 'FROM')
    .flatMap(([type, count]): TypeHit[] => {
      const match = bestMatch(terms, typeField(type));
      return match === null || !match.isWhole ? [] : [{ kind: 'type', type, count, match }];
    })
    .toSorted((a, b) => b.match.score - a.match.score || (a.type < b.type ? -1 : 1))
    .slice(0, MOST_TYPES);
}

/**
 * How many relationships have each type. Every store keeps these numbers, but gives one only to a statement with the
 * type in its text, and Neo4j takes tens of milliseconds to plan each of those: ten times what it takes to answer.
 */
export async function typeCounts({ askKept }: Pick<Asked, 'askKept'>): Promise<ReadonlyMap<string, number>> {
  return new Map(
    (await askKept('relationship-types')).map((row) => [textIn(row, 'type'), countIn(row, 'count')]),
  );
}

export interface ClaimOfType {
  readonly source: Node;
  readonly relationship: Relationship;
  readonly target: Node;
}

/**
 * Claims of some types. A type cannot be a parameter; several in one statement are planned as fast as one, and by id takes
 * half as long again as in any order.
 *
 * @param types at least one
 * @param limit most claims to give
 */
export async function claimsOfTypes(
  types: readonly string[],
  order: 'by id' | 'any',
  limit: number,
  { store, settings, signal }: Pick<Asked, 'store' | 'settings' | 'signal'>,
): Promise<readonly ClaimOfType[]> {
  const { rows } = await collect(
    store,
    `MATCH (source)-[relationship:${types.map(quoted).join('|')}]->(target)
     RETURN source, relationship, target ${order === 'any' ? '' : BY_ID} LIMIT $limit`,
    new Map([['limit', BigInt(limit)]]),
    { access: 'read', timeoutMs: settings.queryTimeoutMs, signal },
  );
  return rows.map((row) => ({
    source: nodeIn(row, 'source'),
    relationship: relationshipIn(row, 'relationship'),
    target: nodeIn(row, 'target'),
  }));
}

const BY_ID = 'ORDER BY coalesce(relationship.id, elementId(relationship))';

const quoted = (type: string): string => `\`${type.replaceAll('`', '``')}\``;
