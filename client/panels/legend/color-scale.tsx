/** What colours tell where they tell something else than the kind: a ramp with its values, or categories with their counts. */
import { Loader } from '@mantine/core';
import { memo } from 'react';
import { OTHERS, RAMP } from '../../picture/scales.ts';
import { shownNow, useScreen } from '../../state/screen.ts';
import type { Category, ColorKey, RampValue } from '../../state/style.ts';
import { writtenDate } from '../../state/words.ts';
import { measureName } from '../style/measure-names.ts';
import { LegendRow } from './legend-row.tsx';
import { useScheme } from '../../scheme.tsx';

interface ColorScaleProps {
  readonly colorKey: ColorKey;
  readonly selected: ReadonlySet<string>;
}

export const ColorScale = memo(function ColorScale({ colorKey, selected }: ColorScaleProps) {
  const by = useScreen(({ settings }) => settings.style.nodeColor);
  if (colorKey.kind === 'kinds') return null;
  return (
    <section aria-label="What the colours tell">
      <h3>Colour: {measureName(by)}</h3>
      {colorKey.kind === 'waiting' ? (
        <p className="legend-note">
          <Loader size={12} aria-hidden /> being measured …
        </p>
      ) : colorKey.kind === 'ramp' ? (
        <Ramp ramp={colorKey} />
      ) : (
        <Categories categories={colorKey.categories} selected={selected} />
      )}
      {colorKey.kind !== 'waiting' && colorKey.missing > 0 && <Missing count={colorKey.missing} />}
      {colorKey.kind !== 'waiting' && colorKey.note !== null && (
        <p className="legend-note">{colorKey.note}</p>
      )}
    </section>
  );
});

function Ramp({ ramp: { least, middle, most } }: { readonly ramp: Extract<ColorKey, { kind: 'ramp' }> }) {
  const scheme = useScheme();
  const stops = RAMP.map((colors) => colors[scheme]).join(', ');
  return (
    <div className="legend-ramp">
      <div style={{ background: `linear-gradient(to right, ${stops})` }} aria-hidden />
      <p>
        <span>{valueText(least)}</span>
        {middle !== least && middle !== most && <span>{valueText(middle)}</span>}
        {most !== least && <span>{valueText(most)}</span>}
      </p>
    </div>
  );
}

const SHORT = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

const valueText = (value: RampValue): string =>
  typeof value === 'number' ? SHORT.format(value) : writtenDate(value, 'day');

function Categories({
  categories,
  selected,
}: {
  readonly categories: readonly Category[];
  readonly selected: ReadonlySet<string>;
}) {
  const scheme = useScheme();
  return (
    <ul>
      {categories.map(({ key, name, colors, nodes }) => (
        <li key={key}>
          <LegendRow
            name={name}
            sign={<Dot color={colors[scheme]} />}
            loaded={nodes.length}
            shown={nodes.length}
            selected={nodes.filter((id) => selected.has(id)).length}
            elements={() => ({ nodes: nodes.filter((id) => shownNow().nodes.has(id)), relationships: [] })}
            {...(!key.endsWith('…') && { color: { key, present: colors[scheme] } })}
          />
        </li>
      ))}
    </ul>
  );
}

function Missing({ count }: { readonly count: number }) {
  const scheme = useScheme();
  return (
    <p className="legend-row legend-missing">
      <span className="legend-sign">
        <Dot color={OTHERS[scheme]} />
      </span>
      <span className="legend-name">
        <span>Without a value</span>
        <span className="count">{count}</span>
      </span>
    </p>
  );
}

const Dot = ({ color }: { readonly color: string }) => (
  <svg className="sign" width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
    <circle r={5.6} fill={color} />
  </svg>
);
