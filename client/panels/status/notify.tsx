/** A short word at the bottom of the screen about something that did not work; none where the reader stopped it. */
import { notifications } from '@mantine/notifications';
import { asApiError } from '../../state/explore.ts';
import { Stopped } from '../../state/work.ts';

export function notifyFailure(title: string, error: unknown): void {
  if (error instanceof Stopped) return;
  notifications.show({ title, message: asApiError(error).detail, color: 'orange', autoClose: 8000 });
}
