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
import type { Field, Match } from '../search/match.ts';
import { claimsOfTypes, typesNamed } from '../search/types.ts';
import type { ClaimOfType, TypeHit } from '../search/types.ts';

type Ask = Call<unknown, unknown, unknown>['ask'];

/**
 * `GET /api/search`: actors, events, places and sources by name, claims by what they say and by the words they rest on,
 * relationship types by their names.
 */
export const searchRoute = route(
  {
    method: 'get',
    path: '/api/search',
    summary:
      'Find nodes by name, alias or title, claims by what they say or words of their quotes, and relationship types',
    description:
      'Best first. Where nothing holds all the words, what holds some of them is given. A type is given with how many relationships have it; these are given themselves where they are few.',
    query: SearchQuery,
    reply: { schema: SearchReply },
    problems: [504],
  },
  async (call) => {
    const { query } = call;
    const terms = searchTerms(query.q);
    if (terms.length === 0) return { hits: [] };
    const [found, { types, claims }] = await Promise.all([
      find(call.ask, terms, 'every', query.limit),
      findTypes(call, terms, query.limit),
    ]);
    for (const { relationship, source, target } of claims)
      addClaim(found, relationship, [source, target], []);
    if (found.size === 0 && types.length === 0 && terms.length > 1)
      await find(call.ask, terms, 'some', query.limit, found);
    const hits: Ranked[] = types.map((hit) => ({ candidate: hit, match: hit.match }));
    for (const candidate of found.values()) {
      const match = bestMatch(terms, candidate.fields);
      if (match !== null) hits.push({ candidate, match });
    }
    return { hits: bestOf(hits, query.limit).map(hitJson) };
  },
);

/** The types that are named, and the claims of those that have few. */
async function findTypes(
  call: Call<unknown, unknown, unknown>,
  terms: readonly string[],
  limit: number,
): Promise<{ types: readonly TypeHit[]; claims: readonly ClaimOfType[] }> {
  const types = await typesNamed(terms, call);
  // all claims of a type that has many would be a pass over them, and drown the rest
  const few = types.filter(({ count }) => count <= limit).map(({ type }) => type);
  return { types, claims: few.length === 0 ? [] : await claimsOfTypes(few, 'any', few.length * limit, call) };
}

interface Ranked {
  readonly candidate: Candidate | TypeHit;
  readonly match: Match;
}

/** The best of all, and the best few of each kind where there is room, so that many names do not hide the one claim. */
function bestOf(hits: readonly Ranked[], limit: number): readonly Ranked[] {
  const ranked = hits.toSorted(compareHits);
  const kept = new Set<Ranked>();
  for (const kind of ['node', 'type', 'relationship'])
    for (const hit of ranked
      .filter(({ candidate }) => candidate.kind === kind)
      .slice(0, Math.floor(limit / 8)))
      kept.add(hit);
  for (const hit of ranked) {
    if (kept.size >= limit) break;
    kept.add(hit);
  }
  return [...kept].toSorted(compareHits);
}

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
  const q = luceneQuery(terms, needed);
  // More than are asked for, since the best by our measure need not be the first by the store's; a quote has several claims.
  const upTo = (most: number) => ({ q, limit: BigInt(Math.max(most, 30)) });
  const [nodes, claims, quotes] = await Promise.all([
    ask('search-nodes', upTo(3 * limit)),
    ask('search-claims', upTo(2 * limit)),
    ask('search-quotes', upTo(limit)),
  ]);
  for (const row of nodes) {
    const node = nodeIn(row, 'node');
    candidates.set(node.elementId, { kind: 'node', node, fields: nodeFields(node) });
  }
  const ends = (row: Row): readonly [Node, Node] => [nodeIn(row, 'source'), nodeIn(row, 'target')];
  for (const row of claims) addClaim(candidates, relationshipIn(row, 'relationship'), ends(row), []);
  for (const row of quotes)
    addClaim(candidates, relationshipIn(row, 'relationship'), ends(row), quoteField(nodeIn(row, 'evidence')));
  return candidates;
}

function addClaim(
  candidates: Candidates,
  relationship: Relationship,
  nodes: readonly [Node, Node],
  fields: readonly Field[],
): void {
  const known = candidates.get(relationship.elementId);
  candidates.set(relationship.elementId, {
    kind: 'relationship',
    relationship,
    nodes,
    fields: [...(known?.fields ?? relationshipFields(relationship)), ...fields],
  });
}

function hitJson({ candidate, match: { score, matched } }: Ranked) {
  if (candidate.kind === 'type') {
    const { kind, type, count } = candidate;
    return { kind, type, count, matched, score };
  }
  if (candidate.kind === 'node') return { kind: 'node', node: nodeJson(candidate.node), matched, score };
  const ids = new Map(candidate.nodes.map((node) => [node.elementId, idOf(node)]));
  return {
    kind: 'relationship',
    relationship: relationshipJson(candidate.relationship, (id) => ids.get(id) ?? id),
    nodes: candidate.nodes.map(nodeJson),
    matched,
    score,
  };
}

/** Of hits that fit alike: nodes, then types, then claims. */
const KINDS = ['node', 'type', 'relationship'];

/** Best first; of equals by kind, of types those of more claims first, then in id order, so that every store gives the same order. */
function compareHits({ candidate: a, match: left }: Ranked, { candidate: b, match: right }: Ranked): number {
  if (left.score !== right.score) return right.score - left.score;
  if (a.kind !== b.kind) return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  if (a.kind === 'type' && b.kind === 'type' && a.count !== b.count) return b.count - a.count;
  const [one, other] = [idOfHit(a), idOfHit(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function idOfHit(candidate: Candidate | TypeHit): string {
  if (candidate.kind === 'type') return candidate.type;
  return idOf(candidate.kind === 'node' ? candidate.node : candidate.relationship);
}
