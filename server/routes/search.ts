import type { Node, Relationship } from '../../graph/model.ts';
import { nodeIn, relationshipIn } from '../cells.ts';
import { SearchReply } from '../contract/api.ts';
import { SearchQuery } from '../contract/parameters.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';
import type { Call } from '../route.ts';
import { luceneQuery, searchTerms } from '../search/lucene-query.ts';
import { bestMatch, nodeFields, quoteField, relationshipFields } from '../search/match.ts';
import type { Field } from '../search/match.ts';

type Ask = Call<unknown, unknown, unknown>['ask'];

/** `GET /api/search`: actors, events, places and sources by name, claims by what they say and by the words they rest on. */
export const searchRoute = route(
  {
    method: 'get',
    path: '/api/search',
    summary:
      'Find nodes by name, alias or title, and claims by what they say, their type, or words of their quotes',
    description: 'Best first. Where nothing holds all the words, what holds some of them is given.',
    query: SearchQuery,
    reply: { schema: SearchReply },
    problems: [504],
  },
  async ({ query, ask }) => {
    const terms = searchTerms(query.q);
    if (terms.length === 0) return { hits: [] };
    const found = await find(ask, terms, 'every', query.limit);
    if (found.size === 0 && terms.length > 1) await find(ask, terms, 'some', query.limit, found);
    const hits = [...found.values()].flatMap((candidate) => hitOf(candidate, terms) ?? []);
    return { hits: hits.toSorted(compareHits).slice(0, query.limit) };
  },
);

type Candidate =
  | { readonly kind: 'node'; readonly node: Node; readonly fields: readonly Field[] }
  | {
      readonly kind: 'relationship';
      readonly relationship: Relationship;
      readonly nodes: readonly [Node, Node];
      readonly fields: readonly Field[];
    };

/** By element id; a claim that several quotes or its own words lead to is one candidate with all of their texts. */
type Candidates = Map<string, Candidate>;

async function find(
  ask: Ask,
  terms: readonly string[],
  needed: 'every' | 'some',
  limit: number,
  candidates: Candidates = new Map(),
): Promise<Candidates> {
  // More than are asked for, since the best by our measure need not be the first by the store's.
  const parameters = { q: luceneQuery(terms, needed), limit: BigInt(Math.max(limit * 3, 60)) };
  const [nodes, claims, quotes, types] = await Promise.all([
    ask('search-nodes', parameters),
    ask('search-claims', parameters),
    ask('search-quotes', parameters),
    ask('search-types', { words: terms, limit: BigInt(limit) }),
  ]);
  for (const row of nodes) {
    const node = nodeIn(row, 'node');
    candidates.set(node.elementId, { kind: 'node', node, fields: nodeFields(node) });
  }
  for (const row of [...claims, ...types]) addClaim(candidates, row, []);
  for (const row of quotes) addClaim(candidates, row, quoteField(nodeIn(row, 'evidence')));
  return candidates;
}

function addClaim(candidates: Candidates, row: Row, fields: readonly Field[]): void {
  const relationship = relationshipIn(row, 'relationship');
  const known = candidates.get(relationship.elementId);
  candidates.set(relationship.elementId, {
    kind: 'relationship',
    relationship,
    nodes: [nodeIn(row, 'source'), nodeIn(row, 'target')],
    fields: [...(known?.fields ?? relationshipFields(relationship)), ...fields],
  });
}

function hitOf(candidate: Candidate, terms: readonly string[]) {
  const match = bestMatch(terms, candidate.fields);
  if (match === null) return null;
  if (candidate.kind === 'node') return { kind: 'node', node: nodeJson(candidate.node), ...match } as const;
  const ids = new Map(candidate.nodes.map((node) => [node.elementId, idOf(node)]));
  return {
    kind: 'relationship',
    relationship: relationshipJson(candidate.relationship, (id) => ids.get(id) ?? id),
    nodes: candidate.nodes.map(nodeJson),
    ...match,
  } as const;
}

type Hit = NonNullable<ReturnType<typeof hitOf>>;

/** Best first; of equals nodes before claims, then in id order, so that every store gives the same order. */
function compareHits(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.kind !== b.kind) return a.kind === 'node' ? -1 : 1;
  const [left, right] = [hitId(a), hitId(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const hitId = (hit: Hit): string => (hit.kind === 'node' ? hit.node.id : hit.relationship.id);
