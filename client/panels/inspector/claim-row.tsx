/** One claim in a list: a sentence that opens it; while it is pointed at, the picture shows its line. */
import { UnstyledButton } from '@mantine/core';
import { toneOf } from '../../../graph/vocabulary.ts';
import { nodeOf, relationshipOf } from '../../state/graph.ts';
import { graph, hover, select } from '../../state/screen.ts';
import { claimSentence } from '../../state/sentence.ts';
import { LineSign } from '../signs.tsx';

/** @param about the end that the list is about: as the subject it goes without saying, as the object it is said quietly */
export function ClaimRow({ id, about }: { readonly id: string; readonly about?: 'subject' | 'object' }) {
  const claim = relationshipOf(graph, id);
  const { subject, verb, object, rest } = claimSentence(
    claim,
    nodeOf(graph, claim.source),
    nodeOf(graph, claim.target),
  );
  const element = { kind: 'relationship', id } as const;
  return (
    <li>
      <UnstyledButton
        className="claim-row"
        onClick={() => select(element)}
        onMouseEnter={() => hover(element)}
        onMouseLeave={() => hover(null)}
        onFocus={() => hover(element)}
        onBlur={() => hover(null)}
      >
        <LineSign tone={toneOf(claim.type, claim.properties['event'])} />
        <span>
          {about !== 'subject' && <b>{subject} </b>}
          {verb}
          {about === 'object' ? ` ${object}` : <b> {object}</b>}
          {rest}
        </span>
      </UnstyledButton>
    </li>
  );
}
