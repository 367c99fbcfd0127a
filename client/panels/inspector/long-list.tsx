/** A list of which only what is in view is in the page, in the panel that scrolls it. Fetched when there is such a list. */
import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

export interface Row {
  readonly key: string;
  /** Pixels that it is likely to have. */
  readonly height: number;
  readonly content: ReactNode;
}

export interface LongListProps {
  readonly rows: readonly Row[];
}

const load = () => import('./virtual-list.tsx');
/** Shown where the rest cannot be fetched. */
const FIRST = 100;

export function LongList({ rows }: LongListProps) {
  const [loaded, setLoaded] = useState<
    { readonly VirtualList: ComponentType<LongListProps> } | 'failed' | null
  >(null);
  useEffect(() => {
    load().then(
      (module) => setLoaded({ VirtualList: module.default }),
      () => setLoaded('failed'),
    );
  }, []);
  if (loaded !== null && loaded !== 'failed') return <loaded.VirtualList rows={rows} />;
  return (
    <>
      {rows.slice(0, FIRST).map(({ key, content }) => (
        <div key={key}>{content}</div>
      ))}
      {loaded === 'failed' && (
        <p className="timeline-more">
          The others are not shown: the part of the page that lists them could not be loaded. Reload the page
          to try again.
        </p>
      )}
    </>
  );
}
