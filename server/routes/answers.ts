import { idOf } from '../../graph/elements.ts';
import type { Node, Relationship } from '../../graph/model.ts';
import { booleanIn, countIn, nodeIn, optionalTextIn, relationshipIn } from '../cells.ts';
import { AnswersReply } from '../contract/api.ts';
import type { AnswerReason } from '../contract/api.ts';
import { AnswersQuery, IdPath } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';
import { mattersOf, sharedWords } from '../shared-words.ts';

/** Claims looked at for answers. */
const LOOKED_AT = 5000n;

interface Found {
  readonly answer: Relationship;
  readonly ends: readonly [source: Node, target: Node];
  readonly tie: string | null;
  readonly reasons: readonly AnswerReason[];
}

/** `GET /api/relationships/{id}/answers`: what the other side said about the same matter, and why each is thought to be that. */
export const answersRoute = route(
  {
    method: 'get',
    path: '/api/relationships/{id}/answers',
    summary: 'What the other side of a claim said about the same matter',
    description:
      'Each with the reasons for which it is listed: the same quote, the same event or place, words in common, or said back within seven days. Best first: by the kind of reason, then by the words in common.',
    params: IdPath,
    query: AnswersQuery,
    reply: { schema: AnswersReply },
    problems: [404, 504],
  },
  async ({ params, query, ask }) => {
    const [asked] = await ask('relationship', { id: params.id });
    if (asked === undefined)
      throw new NotFound(`There is no relationship with the id ${JSON.stringify(params.id)}.`);
    const { elementId } = relationshipIn(asked, 'relationship');
    const rows = await ask('answers', { elementId, limit: LOOKED_AT });
    const found = rows.flatMap((row) => foundIn(row) ?? []).toSorted((a, b) => rank(b) - rank(a));
    const given = found.slice(0, query.limit);
    const ends = new Map(given.flatMap((each) => each.ends.map((node) => [node.elementId, node] as const)));
    return {
      answers: given.map(({ answer, tie, reasons }) => ({
        relationship: idOf(answer),
        tie,
        reasons: [...reasons],
      })),
      nodes: [...ends.values()].map(nodeJson),
      relationships: given.map(({ answer }) =>
        relationshipJson(answer, (id) => {
          const end = ends.get(id);
          return end === undefined ? id : idOf(end);
        }),
      ),
      omitted: found.length - given.length + (rows[0] === undefined ? 0 : countIn(rows[0], 'omitted')),
    };
  },
);

/** Null where nothing tells that it is about the same. */
function foundIn(row: Row): Found | null {
  const [speaker, other] = [nodeIn(row, 'speaker'), nodeIn(row, 'other')];
  const [source, target] = [nodeIn(row, 'source'), nodeIn(row, 'target')];
  const answer = relationshipIn(row, 'answer');
  const reasons: AnswerReason[] = [];
  if (booleanIn(row, 'isSameQuote')) reasons.push({ kind: 'quote' });
  const isAbout = target.elementId === other.elementId;
  if (isAbout) reasons.push({ kind: 'about' });
  else {
    const names = [speaker, source, ...(other.labels.includes('Actor') ? [other] : [])];
    const words = sharedWords(
      mattersOf(relationshipIn(row, 'claim'), other, names),
      mattersOf(answer, target, names),
    );
    if (words.length > 0) reasons.push({ kind: 'words', words });
  }
  if (booleanIn(row, 'isBack')) reasons.push({ kind: 'back' });
  return reasons.length === 0
    ? null
    : { answer, ends: [source, target], tie: optionalTextIn(row, 'tie'), reasons };
}

const WEIGHTS = { quote: 1000, about: 100, words: 10, back: 5 } as const;

const rank = ({ reasons }: Found): number =>
  reasons.reduce(
    (sum, reason) => sum + WEIGHTS[reason.kind] * (reason.kind === 'words' ? reason.words.length : 1),
    0,
  );
