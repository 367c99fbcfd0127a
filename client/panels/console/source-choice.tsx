/** What a statement is asked of: the whole graph, or only what is drawn. */
import { SegmentedControl } from '@mantine/core';
import { graph, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { setSource, useConsole } from './session.ts';
import type { Source } from './session.ts';

const CHOICES: { value: Source; label: string }[] = [
  { value: 'store', label: 'The whole graph' },
  { value: 'screen', label: 'What is on the screen' },
];

export function SourceChoice() {
  const source = useConsole((state) => state.source);
  return (
    <SegmentedControl
      className="console-source"
      aria-label="What is asked"
      size="xs"
      transitionDuration={0}
      data={CHOICES}
      value={source}
      onChange={(value) => setSource(value === 'screen' ? 'screen' : 'store')}
    />
  );
}

/** How much is asked, and what may be done to it. */
export function SourceNote() {
  const source = useConsole((state) => state.source);
  const allowWrites = useScreen((state) => state.health?.allowWrites === true);
  // counted anew with each change of the graph
  useScreen((state) => state.revision);
  if (source === 'store')
    return <span className="console-access">{allowWrites ? 'Writes are allowed' : 'Read-only'}</span>;
  return (
    <span className="console-access" data-source="screen">
      {onTheScreen()}
    </span>
  );
}

/** "141 nodes, 292 relationships" */
export const onTheScreen = (): string =>
  `${counted(graph.order, 'node', 'nodes')}, ${counted(graph.size, 'relationship', 'relationships')}`;
