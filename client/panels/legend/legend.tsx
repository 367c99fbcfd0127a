/** What the signs mean, how many there are, and, pressed, which of them to bring out. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { ChevronDown, ListTree } from 'lucide-react';
import { useRef, useState } from 'react';
import { NODE_KINDS, toneOf } from '../../../graph/vocabulary.ts';
import type { Tone } from '../../../graph/vocabulary.ts';
import { kindOfLabels } from '../../picture/palette.ts';
import { clearEmphasis, graph, toggleKind, toggleTone, useScreen } from '../../state/screen.ts';
import type { Side } from '../../state/screen.ts';
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
  const pressedKinds = useScreen((state) => state.kinds);
  const pressedTones = useScreen((state) => state.tones);
  const ref = useRef<HTMLElement>(null);
  useCover(ref, side);
  const { kinds, tones } = countsOf(revision);
  const isFound = useScreen((state) => state.found !== null);
  const isEmphasised = isFound || pressedKinds.size + pressedTones.size > 0;
  return (
    <aside ref={ref} className="legend panel" aria-label="Legend">
      <div className="legend-head">
        <h2>Legend</h2>
        {isEmphasised && (
          <Button size="compact-xs" variant="subtle" onClick={clearEmphasis}>
            Clear
          </Button>
        )}
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
                aria-pressed={pressedKinds.has(label)}
                onClick={() => toggleKind(label)}
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
                aria-pressed={pressedTones.has(tone)}
                onClick={() => toggleTone(tone)}
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
