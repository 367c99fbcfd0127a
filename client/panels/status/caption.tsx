/** How much is on the screen, how much of it is filtered out, and how much the opening view left out. */
import { useRef } from 'react';
import { filteredOut } from '../../state/filter-counts.ts';
import { clearFilters, filteredOutText } from '../../state/filtering.ts';
import { graph, useScreen, useShown } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { useFloat } from '../cover.ts';

export function Caption() {
  // the graph is changed in place: its revision says when to count again
  useScreen((state) => state.revision);
  useShown();
  const omitted = useScreen((state) => state.omitted.nodes);
  if (graph.order === 0) return null;
  return <Told text={captionText(graph.order, graph.size, omitted)} out={filteredOutText(filteredOut())} />;
}

function Told({ text, out }: { readonly text: string; readonly out: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useFloat(ref);
  return (
    <p ref={ref} className="caption">
      {text}
      {out !== '' && (
        <>
          . {out} –{' '}
          <button type="button" className="text-button" onClick={clearFilters}>
            Clear
          </button>
        </>
      )}
    </p>
  );
}

function captionText(nodes: number, claims: number, omitted: number): string {
  const shown = `${counted(nodes, 'actor or event', 'actors and events')}, ${counted(claims, 'claim', 'claims')}`;
  return omitted === 0
    ? shown
    : `${shown}. ${counted(omitted, 'more is', 'more are')} in the graph: search for them, or expand.`;
}
