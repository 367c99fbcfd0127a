/** The reading view: a source beside the picture, each of its quotes lighting what rests on it. */
import { ActionIcon, Skeleton } from '@mantine/core';
import { ChevronDown, ChevronUp, Library, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { fetchSource } from '../../api.ts';
import { read, stopReading, usePanels } from '../../state/panels.ts';
import { useCover } from '../cover.ts';
import { Failure } from '../inspector/failure.tsx';
import { useReply } from '../inspector/use-reply.ts';
import { useNarrow } from '../narrow.ts';
import { SourceList } from './source-list.tsx';
import { SourceText } from './source-text.tsx';
import { ScrollRegion } from '../scroll-region.tsx';
import './reading.css';

export default function Reading() {
  const reading = usePanels((state) => state.reading);
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  const [isTall, setTall] = useState(false);
  useCover(ref, isNarrow ? (isTall ? null : 'bottom') : 'right');
  useEscape(ref);
  if (reading === null) return null;
  return (
    <aside ref={ref} className="inspector reading panel" aria-label="Reading" data-tall={isTall}>
      <div className="reading-bar">
        <h2>Reading</h2>
        {reading.source !== null && (
          <ActionIcon
            data-tip="All sources"
            variant="subtle"
            color="gray"
            aria-label="All sources"
            onClick={() => read(null)}
          >
            <Library size={17} aria-hidden />
          </ActionIcon>
        )}
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
        <ActionIcon variant="subtle" color="gray" aria-label="Close the reading view" onClick={stopReading}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      {reading.source === null ? (
        <ScrollRegion className="inspector-scroll" label="Sources">
          <SourceList />
        </ScrollRegion>
      ) : (
        <OneSource key={JSON.stringify(reading)} id={reading.source} quote={reading.quote} />
      )}
    </aside>
  );
}

/** Escape closes it while the focus is in it. */
function useEscape(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = ref.current;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      stopReading();
    };
    panel?.addEventListener('keydown', listen);
    return () => panel?.removeEventListener('keydown', listen);
  }, [ref]);
}

function OneSource({ id, quote }: { readonly id: string; readonly quote: string | null }) {
  const { reply, retry } = useReply(id, fetchSource);
  if (reply.kind === 'here') return <SourceText reply={reply.value} begin={quote} />;
  return (
    <div className="page">
      {reply.kind === 'failed' ? (
        <Failure error={reply.error} onRetry={retry} />
      ) : (
        <div aria-busy="true">
          <p className="kicker">Source</p>
          <Skeleton height={22} mt="sm" />
          <Skeleton height={14} mt="md" width="60%" />
        </div>
      )}
    </div>
  );
}
