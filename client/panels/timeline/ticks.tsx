/** The times that stand under the bars: as many as there is room for. */
import { tickText } from '../histogram/time-edges.ts';
import type { TimeBins } from '../histogram/time-edges.ts';

const ROOM_PX = { year: 64, month: 92, day: 108, hour: 112, minute: 112 } as const;

export function Ticks({ bins: { edges, unit }, width }: { readonly bins: TimeBins; readonly width: number }) {
  const bins = edges.length - 1;
  const every = Math.ceil(bins / Math.max(1, Math.floor(width / ROOM_PX[unit.name])));
  const places = Array.from({ length: Math.ceil(bins / every) }, (_, at) => at * every);
  return (
    <div className="timeline-ticks" aria-hidden="true">
      {places.map((place) => (
        <span key={place} style={{ left: `${(place / bins) * 100}%` }}>
          {tickText(edges[place] as number, unit)}
        </span>
      ))}
    </div>
  );
}
