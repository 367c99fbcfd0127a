/** What is selected, in words: a node with what it said and what was said about it, or a claim with the words it rests on. */
import { ActionIcon, ScrollArea } from '@mantine/core';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { graph, select, useScreen } from '../../state/screen.ts';
import { useCover } from '../cover.ts';
import { useNarrow } from '../narrow.ts';
import { ClaimPage } from './claim-page.tsx';
import { NodePage } from './node-page.tsx';

export function Inspector() {
  const selection = useScreen((state) => state.selection);
  const revision = useScreen((state) => state.revision);
  if (selection === null) return null;
  return <Sheet key="sheet" selection={selection} revision={revision} />;
}

function Sheet({
  selection,
  revision,
}: {
  readonly selection: { kind: 'node' | 'relationship'; id: string };
  readonly revision: number;
}) {
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  const [isTall, setTall] = useState(false);
  useCover(ref, isNarrow ? (isTall ? null : 'bottom') : 'right');
  const isThere = selection.kind === 'node' ? graph.hasNode(selection.id) : graph.hasEdge(selection.id);
  if (!isThere) return null;
  return (
    <aside
      ref={ref}
      className="inspector panel"
      aria-label="Selected"
      data-tall={isTall}
      data-revision={revision}
    >
      <div className="inspector-tools">
        {isNarrow && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isTall ? 'Make smaller' : 'Make larger'}
            onClick={() => setTall(!isTall)}
          >
            {isTall ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={() => select(null)}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ScrollArea
        // a new page begins at its top
        key={selection.id}
        className="inspector-scroll"
        type="hover"
        scrollbarSize={8}
        viewportProps={{ tabIndex: 0, 'aria-label': 'Details', role: 'region' }}
      >
        {selection.kind === 'node' ? <NodePage id={selection.id} /> : <ClaimPage id={selection.id} />}
      </ScrollArea>
    </aside>
  );
}
