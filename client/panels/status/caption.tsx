/** How much is on the screen, and how much the opening view left out. */
import { useRef } from 'react';
import { graph, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { useFloat } from '../cover.ts';

export function Caption() {
  // the graph is changed in place: its revision says when to count again
  useScreen((state) => state.revision);
  const omitted = useScreen((state) => state.omitted.nodes);
  if (graph.order === 0) return null;
  return <Told text={captionText(graph.order, graph.size, omitted)} />;
}

function Told({ text }: { readonly text: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useFloat(ref);
  return (
    <p ref={ref} className="caption">
      {text}
    </p>
  );
}

function captionText(nodes: number, claims: number, omitted: number): string {
  const shown = `${counted(nodes, 'actor or event', 'actors and events')}, ${counted(claims, 'claim', 'claims')}`;
  return omitted === 0
    ? shown
    : `${shown}. ${counted(omitted, 'more is', 'more are')} in the graph: search for them, or expand.`;
}
