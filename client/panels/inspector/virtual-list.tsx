import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { LongListProps } from './long-list.tsx';

/** See `LongList`. What scrolls is the nearest ancestor that does. */
export default function VirtualList({ rows }: LongListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const scroller = (): HTMLElement | null => list.current?.closest<HTMLElement>('.inspector-scroll') ?? null;
  useLayoutEffect(() => {
    const [element, around] = [list.current, scroller()];
    if (element === null || around === null) return;
    const measure = (): void =>
      setMargin(
        Math.round(
          element.getBoundingClientRect().top - around.getBoundingClientRect().top + around.scrollTop,
        ),
      );
    measure();
    // what stands above it may grow
    const observer = new ResizeObserver(measure);
    if (around.firstElementChild !== null) observer.observe(around.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: (at) => rows[at]?.height ?? 0,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
    scrollMargin: margin,
  });
  return (
    <ul ref={list} style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          data-index={index}
          ref={virtual.measureElement}
          style={{ position: 'absolute', inset: '0 0 auto 0', transform: `translateY(${start - margin}px)` }}
        >
          {rows[index]?.content}
        </li>
      ))}
    </ul>
  );
}
