/** The rows of the legend: kinds of actor and event; claims by what their lines tell, which unfold to types. */
import { ActionIcon } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { GROUND, INK, mix } from '../../picture/palette.ts';
import { setHidden } from '../../state/hiding.ts';
import type { LineStyling } from '../../state/line-style.ts';
import { graph, shownNow, useScreen } from '../../state/screen.ts';
import { KindSign, LineSign, useKindColor } from '../signs.tsx';
import { LegendRow } from './legend-row.tsx';
import { shownOfClass, shownOfKind, typeKey } from './rows.ts';
import type { ClassRow, Row } from './rows.ts';
import { useScheme } from '../../scheme.tsx';

type Counts = ReadonlyMap<string, number>;

interface KindRowsProps {
  readonly rows: readonly Row[];
  readonly selected: Counts;
  /** False where colours tell something else: the signs keep their shapes. */
  readonly areColored: boolean;
}

export const KindRows = memo(function KindRows({ rows, selected, areColored }: KindRowsProps) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.key}>
          <KindRow row={row} selected={selected.get(row.key) ?? 0} isColored={areColored} />
        </li>
      ))}
    </ul>
  );
});

function KindRow({
  row,
  selected,
  isColored,
}: {
  readonly row: Row;
  readonly selected: number;
  readonly isColored: boolean;
}) {
  const scheme = useScheme();
  const color = useKindColor(row.key);
  const isShut = useScreen(({ settings }) => settings.hiddenKinds.includes(row.key));
  const plain = mix(INK[scheme], GROUND[scheme], 0.4);
  return (
    <LegendRow
      {...row}
      selected={selected}
      sign={<KindSign kind={row.key} {...(!isColored && { color: plain })} />}
      elements={() => shownOfKind(graph, shownNow(), row.key)}
      {...(isColored && { color: { key: `kind:${row.key}`, present: color } })}
      eye={{ isShut, toggle: () => setHidden('hiddenKinds', [row.key], !isShut, row.name) }}
    />
  );
}

interface LineRowsProps {
  readonly rows: readonly ClassRow[];
  readonly selected: { readonly classes: Counts; readonly types: Counts };
  readonly lines: LineStyling;
}

export const LineRows = memo(function LineRows({ rows, selected, lines }: LineRowsProps) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.key}>
          <LineRow row={row} selected={selected} lines={lines} />
        </li>
      ))}
    </ul>
  );
});

function LineRow({ row, selected, lines }: Omit<LineRowsProps, 'rows'> & { readonly row: ClassRow }) {
  const scheme = useScheme();
  const hidden = useScreen(({ settings }) => settings.hiddenTypes);
  const [isUnfolded, setUnfolded] = useState(false);
  const listId = useId();
  const { line, types, name, key } = row;
  const isShut = types.every((type) => hidden.includes(type.key));
  // a class of one type would unfold to itself
  const isFamily = types.length > 1 || types[0]?.name !== name;
  return (
    <>
      <LegendRow
        {...row}
        selected={selected.classes.get(key) ?? 0}
        sign={<LineSign line={line} />}
        elements={() => shownOfClass(graph, shownNow(), lines, key, null)}
        {...(!key.endsWith('…') && { color: { key, present: line.color[scheme] } })}
        fold={
          isFamily && (
            <ActionIcon
              className="legend-fold"
              variant="subtle"
              color="gray"
              size={24}
              aria-label={`Types of ${name}`}
              aria-expanded={isUnfolded}
              aria-controls={isUnfolded ? listId : undefined}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              <ChevronRight size={15} aria-hidden />
            </ActionIcon>
          )
        }
        eye={{
          isShut,
          toggle: () =>
            setHidden(
              'hiddenTypes',
              types.map((type) => type.key),
              !isShut,
              name,
            ),
        }}
      />
      {isUnfolded && isFamily && (
        <ul id={listId} className="legend-types">
          {types.map((type) => {
            const isTypeShut = hidden.includes(type.key);
            return (
              <li key={type.key}>
                <LegendRow
                  {...type}
                  selected={selected.types.get(typeKey(key, type.key)) ?? 0}
                  sign={null}
                  elements={() => shownOfClass(graph, shownNow(), lines, key, type.key)}
                  eye={{
                    isShut: isTypeShut,
                    toggle: () => setHidden('hiddenTypes', [type.key], !isTypeShut, type.name),
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
