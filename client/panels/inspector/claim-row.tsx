/** One claim in a list: a sentence that opens it; while it is pointed at, the picture shows its line. */
import { UnstyledButton } from '@mantine/core';
import { toneOf } from '../../../graph/vocabulary.ts';
import { nodeOf, relationshipOf } from '../../state/graph.ts';
import { graph, hover, select } from '../../state/screen.ts';
import { claimSentence } from '../../state/sentence.ts';
import { LineSign } from '../signs.tsx';

/** @param without the end that the list is about: it is not repeated in every row */
export function ClaimRow({ id, without }: { readonly id: string; readonly without?: 'subject' | 'object' }) {
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
          {without !== 'subject' && <b>{subject} </b>}
          {verb}
          {without !== 'object' && <b> {object}</b>}
          {rest}
        </span>
      </UnstyledButton>
    </li>
  );
}
