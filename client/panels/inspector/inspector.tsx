/** What is selected, in words: a node with what it said and what was said about it, or a claim with the words it rests on. */
import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePanels } from '../../state/panels.ts';
import { select, useScreen } from '../../state/screen.ts';
import { selectedCount, soleElement } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';
import { useCover } from '../cover.ts';
import { useNarrow } from '../narrow.ts';
import { SelectionBar } from '../menu/selection-bar.tsx';
import { ClaimPage } from './claim-page.tsx';
import { NodePage } from './node-page.tsx';
import { SelectionPage } from './selection-page.tsx';
import { ScrollRegion } from '../scroll-region.tsx';

export function Inspector() {
  const selection = useScreen((state) => state.selection);
  const revision = useScreen((state) => state.revision);
  // the reading view stands in its place, and says itself what it lights
  const isReading = usePanels((state) => state.reading !== null);
  if (selectedCount(selection) === 0 || isReading) return null;
  return <Sheet key="sheet" selection={selection} revision={revision} />;
}

function Sheet({ selection, revision }: { readonly selection: Selection; readonly revision: number }) {
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  const [isTall, setTall] = useState(false);
  useCover(ref, isNarrow ? (isTall ? null : 'bottom') : 'right');
  const sole = soleElement(selection);
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
      <ScrollRegion
        // a new page begins at its top
        key={sole?.id}
        className="inspector-scroll"

        label="Details"
      >
        {sole === null ? (
          <SelectionPage selection={selection} />
        ) : sole.kind === 'node' ? (
          <NodePage id={sole.id} />
        ) : (
          <ClaimPage id={sole.id} />
        )}
      </ScrollRegion>
      <SelectionBar />
    </aside>
  );
}
