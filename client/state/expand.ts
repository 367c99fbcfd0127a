/** Bringing in what touches nodes that are on the screen. */
import { relationshipPhrase } from '../../graph/vocabulary.ts';
import type { NodeJson, NodeReply, RelationshipJson } from '../../server/contract/api.ts';
import { fetchNeighbours, fetchNode } from '../api.ts';
import { watch } from './explore.ts';
import { act } from './history.ts';
import { namedNodes } from './named.ts';
import { offerPart } from './offered.ts';
import { fits, partOf, roomBeside } from './part.ts';
import type { Bound, Elements } from './part.ts';
import { graph } from './screen.ts';
import { counted } from './words.ts';
import { tell, work } from './work.ts';

export interface ExpandOptions {
  /** Only claims of these types; default all. */
  readonly types?: readonly string[];
  /** As seen from the node; default both. */
  readonly direction?: 'in' | 'out' | 'both';
  /** Most neighbours that each node gets which are not on the screen yet; default 50. */
  readonly limit?: number;
}

export interface Expanded {
  /** Nodes and claims that were added. */
  readonly added: number;
  /** Claims of the types and the direction asked for that are still not on the screen. */
  readonly left: number;
}

export const EXPAND_LIMIT = 50;

/** Neighbours asked for at a time: some of them are on the screen already. */
const PAGE = 100;
/** Nodes asked about at once. */
const AT_ONCE = 4;

/**
 * Adds the neighbours of nodes that are not on the screen yet, in one step.
 *
 * @throws ApiError; Stopped
 */
export async function expand(
  nodes: string | readonly string[],
  options: ExpandOptions = {},
  signal?: AbortSignal,
): Promise<Expanded> {
  const ids = typeof nodes === 'string' ? [nodes] : nodes;
  const title = `Expand ${namedNodes(ids)}`;
  const pieces = await work(
    title,
    async (stop, report) => {
      let done = 0;
      return mapAtOnce(ids, AT_ONCE, async (id) => {
        const piece = await newNeighbours(id, options, stop);
        report({ done: ++done, total: ids.length });
        return piece;
      });
    },
    signal,
  );
  const found = {
    nodes: new Map(pieces.flatMap((piece) => piece.nodes.map((node) => [node.id, node]))),
    relationships: new Map(pieces.flatMap((piece) => piece.relationships.map((each) => [each.id, each]))),
  };
  const taken = await whatFits(title, found);
  const { addedNodes, addedRelationships } = act(title, {
    kind: 'merge',
    nodes: [...taken.nodes.values()],
    relationships: [...taken.relationships.values()],
  });
  const replies = pieces.map(({ reply }) => reply);
  const left = replies.reduce((sum, reply) => sum + leftOut(reply, options), 0);
  const added = addedNodes.length + addedRelationships.length;
  tell(
    added === 0 && left > 0 && isFull(roomBeside())
      ? `Nothing was added to ${namedNodes(ids)}: the picture takes no more. Dismiss something first.`
      : told(namedNodes(ids), addedNodes.length, addedRelationships.length, leftText(replies, options)),
  );
  return { added, left };
}

type Found = Elements<NodeJson, RelationshipJson>;
const NOTHING: Found = { nodes: new Map(), relationships: new Map() };

const isFull = ({ nodes, relationships }: Bound): boolean => nodes === 0 || relationships === 0;

/** All of it, or the part that the reader chooses where the picture has no room for all; nothing where they choose none. */
async function whatFits(title: string, found: Found): Promise<Found> {
  const fresh: Found = {
    nodes: new Map([...found.nodes].filter(([id]) => !graph.hasNode(id))),
    relationships: new Map([...found.relationships].filter(([id]) => !graph.hasEdge(id))),
  };
  const room = roomBeside();
  if (fits(fresh.nodes.size, fresh.relationships.size, room)) return found;
  if (isFull(room)) return NOTHING;
  const part = await offerPart(title);
  if (part === null) return NOTHING;
  const endsOf = ({ source, target }: RelationshipJson) => [source, target] as const;
  return partOf(fresh, endsOf, part, roomBeside(), (id) => graph.hasNode(id));
}

/** @param rest what is left out; empty where nothing is */
function told(name: string, nodes: number, claims: number, rest: string): string {
  return nodes + claims === 0
    ? rest === ''
      ? `Everything that touches ${name} is on the screen already.`
      : `Nothing was added to ${name}. ${rest}`
    : `${counted(nodes, 'neighbour', 'neighbours')} and ${counted(claims, 'claim', 'claims')} added to ${name}.${rest === '' ? '' : ` ${rest}`}`;
}

/** Types that are named of those that are left out; the others are counted together. */
const MOST_NAMED = 3;

/** "38 claims are left out: 20 “urged”, 18 “feared”."; empty where nothing is. */
export function leftText(replies: readonly NodeReply[], options: ExpandOptions): string {
  const types = new Set(replies.flatMap(({ counts }) => counts.map(({ type }) => type)));
  const lefts = [...types]
    .filter((type) => options.types === undefined || options.types.includes(type))
    .map((type) => ({
      type,
      left: replies.reduce((sum, reply) => sum + leftOut(reply, { ...options, types: [type] }), 0),
    })) // prettier-ignore
    .filter(({ left }) => left > 0)
    .toSorted((a, b) => b.left - a.left);
  const sum = (several: typeof lefts): number => several.reduce((all, { left }) => all + left, 0);
  if (lefts.length === 0) return '';
  const named = lefts.slice(0, MOST_NAMED).map(({ type, left }) => `${left} “${relationshipPhrase(type)}”`);
  const others = sum(lefts.slice(MOST_NAMED));
  if (others > 0) named.push(`${others} of other types`);
  return `${counted(sum(lefts), 'claim is', 'claims are')} left out: ${named.join(', ')}.`;
}

interface Piece {
  readonly reply: NodeReply;
  readonly nodes: readonly NodeJson[];
  readonly relationships: readonly RelationshipJson[];
}

/** Pages through the neighbours of a node until enough are new; what joins it to those that are on the screen comes along. */
async function newNeighbours(id: string, options: ExpandOptions, signal: AbortSignal): Promise<Piece> {
  const { types, direction = 'both', limit = EXPAND_LIMIT } = options;
  const replied = watch(fetchNode(id, signal));
  const nodes: NodeJson[] = [];
  const relationships: RelationshipJson[] = [];
  const fresh = new Set<string>();
  let after: string | null | undefined;
  do {
    const page = await watch(
      fetchNeighbours(
        id,
        {
          direction,
          limit: Math.max(PAGE, limit - fresh.size),
          ...(types !== undefined && { types: types.join(',') }),
          ...(typeof after === 'string' && { after }),
        },
        signal,
      ),
    );
    const kept = new Set([id]);
    for (const node of page.nodes) {
      const isNew = !graph.hasNode(node.id);
      if (isNew && fresh.size >= limit) continue;
      if (isNew) fresh.add(node.id);
      kept.add(node.id);
      nodes.push(node);
    }
    relationships.push(
      ...page.relationships.filter(({ source, target }) => kept.has(source) && kept.has(target)),
    );
    after = page.next;
  } while (typeof after === 'string' && fresh.size < limit);
  return { reply: await replied, nodes, relationships };
}

/** What the store knows of nodes: each with its claims by type and direction. @throws ApiError; Stopped */
export const fetchCounts = (ids: readonly string[], signal?: AbortSignal): Promise<NodeReply[]> =>
  work(
    `Count the claims of ${namedNodes(ids)}`,
    (stop, report) => {
      let done = 0;
      return mapAtOnce(ids, AT_ONCE, async (id) => {
        const reply = await watch(fetchNode(id, stop));
        report({ done: ++done, total: ids.length });
        return reply;
      });
    },
    signal,
  );

/** Claims of a node that the options ask for and that are not loaded. */
export function leftOut(
  { node: { id }, counts }: NodeReply,
  { types, direction = 'both' }: ExpandOptions = {},
): number {
  const isAsked = (type: string): boolean => types === undefined || types.includes(type);
  const there = counts
    .filter((each) => isAsked(each.type) && (direction === 'both' || each.direction === direction))
    .reduce((sum, { count }) => sum + count, 0);
  if (!graph.hasNode(id)) return there;
  const loaded = (ids: readonly string[]): number =>
    ids.filter((relationship) => isAsked(graph.getEdgeAttribute(relationship, 'type'))).length;
  const out = direction === 'in' ? 0 : loaded(graph.outEdges(id));
  return Math.max(0, there - out - (direction === 'out' ? 0 : loaded(graph.inEdges(id))));
}

/** `items` one by one, at most `width` at a time; results in their order. The first that fails ends it. */
async function mapAtOnce<T, R>(
  items: readonly T[],
  width: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await task(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, run));
  return results;
}
