/** Says what is selected and what changed to people who use a screen reader. */
import { VisuallyHidden } from '@mantine/core';
import { nameOf, nodeOf, relationshipOf } from '../../state/graph.ts';
import { graph, isOnScreen, useScreen } from '../../state/screen.ts';
import { soleElement } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';
import { counted } from '../../state/words.ts';
import { claimSentence, sentenceText } from '../../state/sentence.ts';

export function LiveRegion() {
  const selection = useScreen((state) => state.selection);
  const announcement = useScreen((state) => state.announcement);
  const selected = selectionText(selection);
  return (
    <VisuallyHidden>
      <output aria-live="polite">{selected}</output>
      <output aria-live="polite">{announcement}</output>
    </VisuallyHidden>
  );
}

function selectionText(selection: Selection): string {
  const sole = soleElement(selection);
  if (sole === null) {
    const { nodes, relationships } = selection;
    if (nodes.length + relationships.length === 0) return '';
    const parts = [
      nodes.length > 0 ? counted(nodes.length, 'actor or event', 'actors and events') : '',
      relationships.length > 0 ? counted(relationships.length, 'claim', 'claims') : '',
    ];
    return `Selected: ${parts.filter((part) => part !== '').join(' and ')}.`;
  }
  if (!isOnScreen(sole)) return '';
  if (sole.kind === 'node') return `Selected: ${nameOf(nodeOf(graph, sole.id))}.`;
  const claim = relationshipOf(graph, sole.id);
  const sentence = claimSentence(claim, nodeOf(graph, claim.source), nodeOf(graph, claim.target));
  return `Selected claim: ${sentenceText(sentence)}.`;
}
