import { Alert, Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ApiError } from '../../api.ts';

/** What went wrong, what is safe, and a way to try again. */
export function Failure({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) {
  return (
    <Alert variant="default" icon={<TriangleAlert size={18} aria-hidden />} title={error.title} my="sm">
      <p>
        {error.detail}
        {/* where there was no answer at all the detail says so itself */}
        {error.status === 0 ? '' : ' What is on the screen is unchanged.'}
      </p>
      <Button size="compact-sm" variant="default" mt="xs" onClick={onRetry}>
        Retry
      </Button>
    </Alert>
  );
}
