/** Says what is selected and what changed to people who use a screen reader. */
import { VisuallyHidden } from '@mantine/core';
import { nameOf, nodeOf, relationshipOf } from '../../state/graph.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { claimSentence, sentenceText } from '../../state/sentence.ts';

export function LiveRegion() {
  const selection = useScreen((state) => state.selection);
  const announcement = useScreen((state) => state.announcement);
  let selected = '';
  if (selection?.kind === 'node' && graph.hasNode(selection.id))
    selected = `Selected: ${nameOf(nodeOf(graph, selection.id))}.`;
  if (selection?.kind === 'relationship' && graph.hasEdge(selection.id)) {
    const claim = relationshipOf(graph, selection.id);
    selected = `Selected claim: ${sentenceText(claimSentence(claim, nodeOf(graph, claim.source), nodeOf(graph, claim.target)))}.`;
  }
  return (
    <VisuallyHidden>
      <output aria-live="polite">{selected}</output>
      <output aria-live="polite">{announcement}</output>
    </VisuallyHidden>
  );
}
