/** What the signs mean, how many there are, and what to bring out, hide or colour. */
import { ActionIcon, Button } from '@mantine/core';
import { ChevronDown, ListTree, Palette } from 'lucide-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { togglePanel, usePanels } from '../../state/panels.ts';
import { graph, useScreen, useShown } from '../../state/screen.ts';
import type { Side } from '../../state/screen.ts';
import { useStyling } from '../../state/styled.ts';
import { useCover } from '../cover.ts';
import { useLoaded } from '../loaded.ts';
import { useNarrow } from '../narrow.ts';
import { setLegend, useLegend } from './legend-open.ts';
import { KindRows, LineRows } from './legend-lists.tsx';
import { ColorScale } from './color-scale.tsx';
import { legendRows, selectedIn } from './rows.ts';

export function Legend() {
  const isNarrow = useNarrow();
  // until the reader has chosen, it is open where there is room
  const isOpen = useLegend((state) => state.isOpen) ?? !isNarrow;
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  if (isEmpty) return null;
  if (!isOpen)
    return (
      <Button
        className="legend-button"
        variant="default"
        leftSection={<ListTree size={16} aria-hidden />}
        onClick={() => setLegend(true)}
      >
        Legend
      </Button>
    );
  return <Panel side={isNarrow ? null : 'left'} onFold={() => setLegend(false)} />;
}

const loadStyle = () => import('../style/style-form.tsx');

/** @param side of the picture that the panel takes; null where it lies over it */
function Panel({ side, onFold }: { readonly side: Side | null; readonly onFold: () => void }) {
  const ref = useRef<HTMLElement>(null);
  useCover(ref, side);
  const shown = useShown();
  const styling = useStyling();
  const selection = useScreen((state) => state.selection);
  const revision = useScreen((state) => state.revision);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  const rows = useMemo(() => legendRows(graph, shown, styling.lines), [shown, styling, revision]);
  // rows are marked once what was selected can be read
  const selected = useDeferredValue(
    useMemo(() => selectedIn(graph, selection, styling.lines), [selection, styling.lines]),
  );
  const isStyling = usePanels(({ open }) => open.has('style'));
  const style = useLoaded(loadStyle, isStyling, 'The choice of colours and sizes', () =>
    togglePanel('style', false),
  );
  return (
    <aside ref={ref} className="legend panel" aria-label="Legend">
      <div className="legend-head">
        <h2>Legend</h2>
        <ActionIcon
          data-tip="Colours and sizes (V)"
          variant={isStyling ? 'light' : 'subtle'}
          color="gray"
          aria-label="Colours and sizes"
          aria-expanded={isStyling}
          onClick={() => togglePanel('style')}
        >
          <Palette size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label="Fold the legend away" onClick={onFold}>
          <ChevronDown size={17} aria-hidden />
        </ActionIcon>
      </div>
      {isStyling && style !== null && <style.StyleForm />}
      <ColorScale colorKey={styling.colorKey} selected={selected.nodes} />
      <h3>Actors and events</h3>
      <KindRows rows={rows.kinds} selected={selected.kinds} areColored={styling.colorKey.kind === 'kinds'} />
      {rows.classes.length > 0 && <h3>Claims</h3>}
      <LineRows rows={rows.classes} selected={selected} lines={styling.lines} />
    </aside>
  );
}
