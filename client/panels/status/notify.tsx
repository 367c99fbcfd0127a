/** A short word at the bottom of the screen about something that did not work. */
import { notifications } from '@mantine/notifications';
import { asApiError } from '../../state/explore.ts';

export function notifyFailure(title: string, error: unknown): void {
  notifications.show({ title, message: asApiError(error).detail, color: 'orange', autoClose: 8000 });
}
