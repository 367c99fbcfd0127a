/** What the colours and sizes of nodes, and the colours of lines, tell. */
import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { act } from '../../state/history.ts';
import { graph, useScreen, useShown } from '../../state/screen.ts';
import type { Measure, Style } from '../../state/settings.ts';
import { capitalised } from '../../state/words.ts';
import { tell } from '../../state/work.ts';
import { MEASURE_NAMES, measureName } from './measure-names.ts';
import { styleProperties } from './style-properties.ts';

const COLORS = ['kind', 'degree', 'pagerank', 'betweenness', 'community'] as const;
const SIZES = ['degree', 'pagerank', 'betweenness'] as const;
const LINES: readonly { readonly value: Style['lineColor']['by']; readonly label: string }[] = [
  { value: 'tone', label: 'What is said or done' },
  { value: 'type', label: 'Type of claim' },
  { value: 'quad', label: 'Words or deeds, for or against' },
];

export function StyleForm() {
  const { style } = useScreen((state) => state.settings);
  const { nodes } = useShown();
  const properties = useMemo(() => styleProperties(graph, nodes), [nodes]);
  const option = (by: Exclude<Measure['by'], 'property'>) => ({
    value: by,
    label: capitalised(MEASURE_NAMES[by]),
  });
  const property = ({ key }: { readonly key: string }) => ({ value: `property:${key}`, label: key });
  return (
    <div className="style-form">
      <NativeSelect
        size="xs"
        label="Colour by"
        value={valueOf(style.nodeColor)}
        onChange={({ currentTarget: { value } }) =>
          restyle({ ...style, nodeColor: measureOf(value) }, 'Colour', value)
        }
        data={[...COLORS.map(option), { group: 'Properties', items: properties.map(property) }]}
      />
      <NativeSelect
        size="xs"
        label="Size by"
        value={valueOf(style.nodeSize)}
        onChange={({ currentTarget: { value } }) =>
          restyle({ ...style, nodeSize: measureOf(value) }, 'Size', value)
        }
        data={[
          ...SIZES.map(option),
          { value: 'kind', label: 'All the same' },
          { group: 'Properties', items: properties.filter(({ isScale }) => isScale).map(property) },
        ]}
      />
      <NativeSelect
        size="xs"
        label="Lines by"
        value={style.lineColor.by}
        onChange={({ currentTarget: { value } }) => {
          const line = LINES.find((each) => each.value === value) ?? LINES[0];
          if (line !== undefined) restyle({ ...style, lineColor: { by: line.value } }, 'Lines', line.label);
        }}
        data={[...LINES]}
      />
    </div>
  );
}

const valueOf = ({ by, property }: Measure): string =>
  by === 'property' ? `property:${property ?? ''}` : by;

function measureOf(value: string): Measure {
  if (value.startsWith('property:')) return { by: 'property', property: value.slice('property:'.length) };
  return { by: [...COLORS, ...SIZES].find((each) => each === value) ?? 'kind' };
}

function restyle(style: Style, what: 'Colour' | 'Size' | 'Lines', value: string): void {
  const name =
    what === 'Lines'
      ? value.toLowerCase()
      : what === 'Size' && value === 'kind'
        ? 'nothing'
        : measureName(measureOf(value));
  act(`${what} by ${name}`, { kind: 'set', settings: { style } });
  tell(`${what} by ${name}.`);
}
