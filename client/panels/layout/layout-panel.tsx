/** The layouts, a line of explanation each, and what they go by. */
import { Button, Group, NativeSelect, Progress, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CLAIMS, DATE, KIND } from '../../picture/layout/choice.ts';
import { stopLayout, useLayoutRun } from '../../picture/layout/run-state.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { asked } from '../../state/settings.ts';
import type { Layout, Measure } from '../../state/settings.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';
import { layOut } from './lay-out.ts';

const KINDS: readonly { kind: Layout['kind']; title: string; what: string }[] = [
  { kind: 'force', title: 'By forces', what: 'Who has to do with each other lies together.' },
  { kind: 'circular', title: 'Circle', what: 'All on one circle, joined ones near each other.' },
  { kind: 'concentric', title: 'Rings', what: 'The most important in the middle.' },
  { kind: 'time', title: 'By time', what: 'From left to right by date; what has none stands below.' },
  { kind: 'hierarchy', title: 'Hierarchy', what: 'From the top down, from who acts to whom it is about.' },
  { kind: 'axes', title: 'Two axes', what: 'By two properties, one across, one upwards.' },
];

const MEASURES: readonly { value: Measure['by']; label: string }[] = [
  { value: 'degree', label: 'Number of claims' },
  { value: 'pagerank', label: 'Weight of who refers to it (PageRank)' },
  { value: 'betweenness', label: 'Between others (betweenness)' },
  { value: 'community', label: 'Group (community)' },
];

/** Properties that are no use on an axis: each node has its own. */
const UNFIT: ReadonlySet<string> = new Set(['id', 'name', 'summary', 'aliases', 'url', 'file']);

export default function LayoutPanel({ onClose }: { readonly onClose: () => void }) {
  const current = asked(useScreen((state) => state.settings.layout));
  const pins = useScreen((state) => state.settings.pins.length);
  const share = useLayoutRun((run) => run.share);
  const [wanted, setWanted] = useState<Layout>(current);
  const isSame = JSON.stringify(wanted) === JSON.stringify(current);
  const run = (): void => {
    layOut(wanted).catch((error: unknown) => notifyFailure('The picture could not be laid out', error));
  };
  return (
    <Stack gap="sm">
      <Radio.Group
        label="Layout"
        value={wanted.kind}
        onChange={(value) => setWanted(withDefaults(value as Layout['kind'], wanted))}
      >
        <Stack gap={6} mt={6}>
          {KINDS.map(({ kind, title, what }) => (
            <Radio key={kind} value={kind} label={title} description={what} size="sm" />
          ))}
        </Stack>
      </Radio.Group>
      {wanted.kind === 'concentric' && (
        <NativeSelect
          label="In the middle"
          data={[...MEASURES]}
          value={wanted.measure?.by ?? 'degree'}
          onChange={({ currentTarget: { value } }) =>
            setWanted({ ...wanted, measure: { by: value as Measure['by'] } })
          }
        />
      )}
      {wanted.kind === 'axes' && <AxisChoice wanted={wanted} onChange={setWanted} />}
      {pins > 0 && (
        <Text size="xs" c="dimmed">
          {counted(pins, 'pinned node stays', 'pinned nodes stay')} in place.
        </Text>
      )}
      {share === null ? (
        <Group gap="xs">
          <Button size="xs" onClick={run}>
            {isSame ? 'Run again' : 'Lay out'}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      ) : (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={stopLayout}>
            Stop
          </Button>
          <Progress value={share * 100} flex={1} aria-label="Layout" />
        </Group>
      )}
    </Stack>
  );
}

function AxisChoice({
  wanted,
  onChange,
}: {
  readonly wanted: Layout;
  readonly onChange: (layout: Layout) => void;
}) {
  const data = axisOptions();
  return (
    <Group grow gap="xs">
      <NativeSelect
        label="Across"
        data={data}
        value={wanted.x ?? DATE}
        onChange={({ currentTarget: { value } }) => onChange({ ...wanted, x: value })}
      />
      <NativeSelect
        label="Upwards"
        data={data}
        value={wanted.y ?? KIND}
        onChange={({ currentTarget: { value } }) => onChange({ ...wanted, y: value })}
      />
    </Group>
  );
}

function axisOptions(): { value: string; label: string }[] {
  const names = new Set<string>();
  graph.forEachNode((_id, { properties }) => {
    for (const name of Object.keys(properties)) if (!UNFIT.has(name)) names.add(name);
  });
  return [
    { value: DATE, label: 'Date' },
    { value: KIND, label: 'Kind' },
    { value: CLAIMS, label: 'Number of claims' },
    ...[...names].toSorted((a, b) => a.localeCompare(b, 'en')).map((name) => ({ value: name, label: name })),
  ];
}

/** What each kind takes, and nothing that it does not, so that a layout is the same as itself. */
function withDefaults(kind: Layout['kind'], { measure, x, y }: Layout): Layout {
  if (kind === 'concentric') return { kind, measure: measure ?? { by: 'degree' } };
  return kind === 'axes' ? { kind, x: x ?? DATE, y: y ?? KIND } : { kind };
}
