/** What stands where the picture would be: loading, failed, or an empty graph. */
import { Button, Loader, Text, Title } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { graph, useScreen } from '../../state/screen.ts';

const EmptyGraph = lazy(() => import('../start/empty-graph.tsx'));

/** Loading that is over sooner is not worth a word. */
const PATIENCE_MS = 400;

export function StageStatus({ onRetry }: { readonly onRetry: () => void }) {
  const stage = useScreen((state) => state.stage);
  const health = useScreen((state) => state.health);
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);

  if (stage.kind === 'loading') return isEmpty ? <Loading /> : null;
  if (stage.kind === 'failed')
    return (
      <div className="notice" role="alert">
        <Title order={2} size="h3">
          {stage.error.title}
        </Title>
        <Text c="dimmed">{stage.error.detail} Nothing in the graph was changed.</Text>
        <Button leftSection={<RotateCcw size={16} aria-hidden />} onClick={onRetry}>
          Retry
        </Button>
      </div>
    );
  if (!isEmpty) return null;
  if (health?.store.nodes === 0)
    return (
      <Suspense fallback={<Loading />}>
        <EmptyGraph onFilled={onRetry} />
      </Suspense>
    );
  return (
    <div className="notice">
      <Title order={2} size="h3">
        Nothing is on the screen
      </Title>
      <Text c="dimmed">Search for an actor or a claim, or bring everything back.</Text>
      <Button variant="default" leftSection={<RotateCcw size={16} aria-hidden />} onClick={onRetry}>
        Show everything
      </Button>
    </div>
  );
}

function Loading() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <output className="notice">
      <Loader size="sm" type="dots" />
      <Text c="dimmed">Reading the graph …</Text>
    </output>
  );
}
