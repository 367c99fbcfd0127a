/** Several selected elements: which they are. */
import { Title } from '@mantine/core';
import { kindOfLabels } from '../../../graph/vocabulary.ts';
import { nameOf, nodeOf } from '../../state/graph.ts';
import { graph } from '../../state/screen.ts';
import type { Selection } from '../../state/selection.ts';
import { counted } from '../../state/words.ts';
import { KindSign } from '../signs.tsx';
import { ClaimRow } from './claim-row.tsx';

/** Most of each that are listed. */
const MOST = 60;

export function SelectionPage({ selection: { nodes, relationships } }: { readonly selection: Selection }) {
  return (
    <article className="page">
      <Title order={2} className="page-title">
        {[
          nodes.length > 0 && counted(nodes.length, 'actor or event', 'actors and events'),
          relationships.length > 0 && counted(relationships.length, 'claim', 'claims'),
        ]
          .filter(Boolean)
          .join(' and ')}
      </Title>
      <section className="claims">
        <ul>
          {nodes.slice(0, MOST).map((id) => {
            const node = nodeOf(graph, id);
            return (
              <li key={id}>
                <KindSign kind={kindOfLabels(node.labels)} /> {nameOf(node)}
              </li>
            );
          })}
          {relationships.slice(0, MOST).map((id) => (
            <ClaimRow key={id} id={id} />
          ))}
        </ul>
      </section>
    </article>
  );
}
