/** What the signs mean, how many there are, and, pressed, which of them to bring out. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { ChevronDown, ListTree } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { kindOfLabels, NODE_KINDS, toneOf } from '../../../graph/vocabulary.ts';
import type { Tone } from '../../../graph/vocabulary.ts';
import { graph, selectAll, selectMore, useScreen } from '../../state/screen.ts';
import type { Side } from '../../state/screen.ts';
import { NOTHING } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';
import { useCover } from '../cover.ts';
import { useNarrow } from '../narrow.ts';
import { KindSign, LineSign } from '../signs.tsx';

/** The legend's words for each tone, in its order. */
const TONE_TITLES: Readonly<Record<Tone, string>> = {
  cooperation: 'Cooperation and support',
  request: 'Requests and conditions',
  warning: 'Warnings and fears',
  conflict: 'Refusal, sanctions, force',
  standing: 'Offices, membership, place',
};

interface Counts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly tones: ReadonlyMap<string, number>;
}

function countScreen(): Counts {
  const kinds = new Map<string, number>();
  const tones = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  graph.forEachNode((_id, { labels }) => add(kinds, kindOfLabels(labels)));
  graph.forEachEdge((_id, { type, properties }) => add(tones, toneOf(type, properties['event'])));
  return { kinds, tones };
}

export function Legend() {
  const isNarrow = useNarrow();
  // until the reader has chosen, it is open where there is room
  const [choice, setOpen] = useState<boolean | null>(null);
  const isOpen = choice ?? !isNarrow;
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  if (isEmpty) return null;
  if (!isOpen)
    return (
      <Button
        className="legend-button"
        variant="default"
        leftSection={<ListTree size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Legend
      </Button>
    );
  return <Panel side={isNarrow ? null : 'left'} onFold={() => setOpen(false)} />;
}

/** @param side of the picture that the panel takes; null where it lies over it */
function Panel({ side, onFold }: { readonly side: Side | null; readonly onFold: () => void }) {
  const revision = useScreen((state) => state.revision);
  const selection = useScreen((state) => state.selection);
  const ref = useRef<HTMLElement>(null);
  useCover(ref, side);
  const { kinds, tones } = countsOf(revision);
  return (
    <aside ref={ref} className="legend panel" aria-label="Legend">
      <div className="legend-head">
        <h2>Legend</h2>
        <ActionIcon variant="subtle" color="gray" aria-label="Fold the legend away" onClick={onFold}>
          <ChevronDown size={17} aria-hidden />
        </ActionIcon>
      </div>
      <h3>Actors and events</h3>
      <ul>
        {[...NODE_KINDS, { label: 'other', plural: 'Others' }].map(({ label, plural }) => {
          const count = kinds.get(label);
          return count === undefined ? null : (
            <li key={label}>
              <UnstyledButton
                className="legend-row"
                aria-pressed={isWhole(selection.nodes, nodesOfKind(label))}
                onClick={(event) => choose({ nodes: nodesOfKind(label), relationships: [] }, isMore(event))}
              >
                <span className="legend-sign">
                  <KindSign kind={label} />
                </span>
                <span>{plural}</span>
                <span className="count">{count}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <h3>Claims</h3>
      <ul>
        {(Object.keys(TONE_TITLES) as Tone[]).map((tone) => {
          const count = tones.get(tone);
          return count === undefined ? null : (
            <li key={tone}>
              <UnstyledButton
                className="legend-row"
                aria-pressed={isWhole(selection.relationships, claimsOfTone(tone))}
                onClick={(event) => choose({ nodes: [], relationships: claimsOfTone(tone) }, isMore(event))}
              >
                <span className="legend-sign">
                  <LineSign tone={tone} />
                </span>
                <span>{TONE_TITLES[tone]}</span>
                <span className="count">{count}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

let counted: { revision: number; counts: Counts } | null = null;

/** The counts of the graph as of `revision`; counting is linear in the graph, and the legend is drawn more often than it changes. */
function countsOf(revision: number): Counts {
  if (counted?.revision !== revision) counted = { revision, counts: countScreen() };
  return counted.counts;
}

const nodesOfKind = (kind: string): string[] =>
  graph.filterNodes((_id, { labels }) => kindOfLabels(labels) === kind);
const claimsOfTone = (tone: Tone): string[] =>
  graph.filterEdges((_id, { type, properties }) => toneOf(type, properties['event']) === tone);

/** Whether all of a row, and perhaps more, is selected. */
function isWhole(selected: readonly string[], row: readonly string[]): boolean {
  if (selected.length < row.length || row.length === 0) return false;
  const held = new Set(selected);
  return row.every((id) => held.has(id));
}

const isMore = (event: MouseEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;

/** Selects a row, as well as what is selected where `isMoreWanted`; pressed again it is let go. */
function choose(row: Selection, isMoreWanted: boolean): void {
  const { selection } = useScreen.getState();
  const isThere = isWhole(selection.nodes, row.nodes) || isWhole(selection.relationships, row.relationships);
  if (isMoreWanted) selectMore(row);
  else selectAll(isThere ? NOTHING : row);
}
