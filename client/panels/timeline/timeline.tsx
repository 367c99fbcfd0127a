/** The claims over time: a histogram, a span to look at, and steps through it. */
import '../histogram/histogram.css';
import './timeline.css';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { sayFilteredOut, setPeriod } from '../../state/filtering.ts';
import { graph, shownAtAnyTime, useScreen, useShown } from '../../state/screen.ts';
import { TONES } from '../../picture/palette.ts';
import { ownLineColors } from '../../picture/scales.ts';
import { Drawer } from '../drawer.tsx';
import { Bars } from '../histogram/bars.tsx';
import { Brush } from '../histogram/brush.tsx';
import type { Span } from '../histogram/brush.tsx';
import { binned } from '../histogram/edges.ts';
import { endOf, isoBefore, isoOf, startOf, timeBins } from '../histogram/time-edges.ts';
import { useNarrow } from '../narrow.ts';
import { writtenMoment } from '../../state/words.ts';
import { claimTimes, happenings, TONE_ORDER } from './claim-times.ts';
import { Happenings } from './happenings.tsx';
import { firstPlayed, moved, periodOf, spanOf } from './span.ts';
import { Ticks } from './ticks.tsx';
import { TimelineNote } from './timeline-note.tsx';
import { TimelineTools } from './timeline-tools.tsx';
import { useScheme } from '../../scheme.tsx';

/** Least width of a bin. */
const BIN_PX = 9;
const HEIGHT_PX = 208;
const PHONE_HEIGHT_PX = 300;

export default function Timeline() {
  const revision = useScreen((state) => state.revision);
  const { period, style } = useScreen((state) => state.settings);
  const shown = useShown();
  const any = useScreen(shownAtAnyTime);
  const scheme = useScheme();
  const isNarrow = useNarrow();
  const { ref, width } = useElementSize();
  const [zoom, setZoom] = useState<readonly [from: number, to: number] | null>(null);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  const times = useMemo(() => claimTimes(graph), [revision]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  const events = useMemo(() => happenings(graph), [revision]);

  const view = zoom ?? times.range;
  const most = Math.max(8, Math.floor(width / BIN_PX));
  const bins = useMemo(
    () => (view === null ? null : timeBins(view[0], view[1], most, times.isTimed)),
    [view, most, times.isTimed],
  );
  const counts = useMemo(
    () =>
      bins === null
        ? []
        : binned(times.starts, bins.edges, TONE_ORDER.length, (index) =>
            any.relationships.has(times.ids[index] as string) ? (times.tones[index] as number) : -1,
          ),
    [bins, times, any],
  );
  const layers = counts.map((layer, index) => {
    const tone = TONE_ORDER[index] as (typeof TONE_ORDER)[number];
    const own = style.colors[`tone:${tone}`];
    const { [scheme]: color } = own === undefined ? TONES[tone].color : ownLineColors(own);
    return { color, counts: layer };
  });

  const keepsUndated = period?.keepsUndated ?? true;
  const size = bins === null ? 0 : bins.edges.length - 1;
  const span = bins === null ? null : spanOf(period, bins);
  const look = (next: Span, isMore: boolean): void => {
    if (bins !== null) setPeriod(periodOf(next, bins, zoom === null, keepsUndated), isMore);
  };
  const play = usePlay(span, size, look);

  const onKeyDown = (event: KeyboardEvent): void => {
    const isOnControl = (event.target as HTMLElement).closest('button, input, select') !== null;
    if (event.key !== ' ' || isOnControl) return;
    event.preventDefault();
    play.toggle();
  };
  const step = (direction: 1 | -1): void => {
    if (span === null) return;
    const next = moved(span, direction * Math.max(1, Math.round(span[1] - span[0])), size);
    if (next === null) return;
    look(next, false);
    sayFilteredOut();
  };

  return (
    <Drawer
      name="timeline"
      title="Timeline"
      height={isNarrow ? PHONE_HEIGHT_PX : HEIGHT_PX}
      onKeyDown={onKeyDown}
      tools={
        <TimelineTools
          canStep={span !== null}
          isPlaying={play.isPlaying}
          speed={play.speed}
          isZoomed={zoom !== null}
          onStep={step}
          onPlay={play.toggle}
          onSpeed={play.setSpeed}
          onZoom={() => {
            if (period === null || times.range === null) return;
            const [least, latest] = times.range;
            // up to the end of what the span names, not into the next
            setZoom([
              period.from === null ? least : startOf(period.from),
              period.to === null ? latest : endOf(period.to) - 1,
            ]);
          }}
          onWhole={() => setZoom(null)}
          onClear={() => {
            setPeriod(null);
            sayFilteredOut();
          }}
          isCleared={period === null}
          happenings={<Happenings events={events} bins={bins} isList />}
        />
      }
    >
      <TimelineNote times={times} shown={shown} any={any} period={period} />
      <div className="timeline-chart" ref={ref}>
        {bins === null || width === 0 ? (
          times.range === null && <p className="timeline-empty">No claim on the screen has a date.</p>
        ) : (
          <>
            <div className="timeline-bars">
              <Brush
                bins={size}
                span={span}
                label="Time"
                textOf={(place, end) => {
                  const edge = bins.edges[Math.round(place)] as number;
                  return writtenMoment(end === 'from' ? isoOf(edge, bins.unit) : isoBefore(edge, bins.unit));
                }}
                onChange={(next, isMore) => {
                  play.stop();
                  look(next, isMore);
                }}
                onDone={sayFilteredOut}
              >
                <Bars bins={size} layers={layers} />
              </Brush>
            </div>
            <Happenings events={events} bins={bins} />
            <Ticks bins={bins} width={width} />
          </>
        )}
      </div>
    </Drawer>
  );
}

/** Goes on through time by a bin at a time, as often a second as `speed` says, and stops at the end; all of it is one step back. */
function usePlay(span: Span | null, bins: number, look: (span: Span, isMore: boolean) => void) {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(2);
  // playing is one step back, which the first change of it begins
  const isMore = useRef(false);
  const now = useRef({ span, bins, look });
  useEffect(() => {
    now.current = { span, bins, look };
  });
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      const { span: at, bins: all, look: show } = now.current;
      const next = at === null ? null : moved(at, 1, all);
      if (next === null) setPlaying(false);
      else {
        show(next, isMore.current);
        isMore.current = true;
      }
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [isPlaying, speed]);
  return {
    isPlaying,
    speed,
    setSpeed,
    stop: () => setPlaying(false),
    toggle: () => {
      const first = bins > 0 ? firstPlayed(span, bins) : null;
      isMore.current = !isPlaying && first !== null && first.join() !== span?.join();
      if (isMore.current && first !== null) look(first, false);
      if (isPlaying) sayFilteredOut();
      setPlaying(!isPlaying && bins > 0);
    },
  };
}
