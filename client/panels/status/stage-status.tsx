/** What stands where the picture would be: that it could not be opened, or that there is nothing in it. */
import { Button, Text, Title } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { graph, useScreen } from '../../state/screen.ts';

const EmptyGraph = lazy(() => import('../start/empty-graph.tsx'));

export function StageStatus({ onRetry }: { readonly onRetry: () => void }) {
  const stage = useScreen((state) => state.stage);
  const health = useScreen((state) => state.health);
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);

  // the bar of what is under way says how far it is
  if (stage.kind === 'loading') return null;
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
      <Suspense fallback={null}>
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
