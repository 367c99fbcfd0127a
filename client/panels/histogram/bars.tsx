/** Bars of a histogram, in layers that are stacked in their order; each bin is as wide as the next, and something is never nothing. */

export interface Layer {
  readonly color: string;
  readonly counts: ArrayLike<number>;
}

/** Least height of a bin that holds something, of 100. */
const LEAST = 6;

export function Bars({ bins, layers }: { readonly bins: number; readonly layers: readonly Layer[] }) {
  const totals = Array.from({ length: bins }, (_, bin) =>
    layers.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  const below = new Float64Array(bins);
  return (
    <svg className="bars" viewBox={`0 0 ${bins} 100`} preserveAspectRatio="none" aria-hidden="true">
      {layers.map(({ color, counts }) => (
        <path
          key={color}
          style={{ fill: color }}
          // one path a layer: a rectangle for each of hundreds of bins would be slow to draw again at each step
          d={totals
            .map((total, bin) => {
              const count = counts[bin] ?? 0;
              if (count === 0) return '';
              const height = (Math.max(LEAST, (total / most) * 100) * count) / total;
              const bottom = 100 - (below[bin] as number);
              below[bin] = (below[bin] as number) + height;
              return `M${bin + 0.06} ${bottom}v${-height}h0.88v${height}z`;
            })
            .join('')}
        />
      ))}
    </svg>
  );
}
