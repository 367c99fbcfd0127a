/** Sends a file of events to the server, which loads it into the graph, and reads from it how far it is. */
import { LoadEvent } from '../../../server/contract/api.ts';
import { ApiError, problemOf } from '../../api.ts';

export type Done = Extract<LoadEvent, { event: 'done' }>;

/**
 * @param onEvent told of each step until it is done
 * @throws ApiError it was refused, or failed on the way; the signal's reason when aborted. What was loaded until then stays
 */
export async function loadFile(
  file: Blob,
  onEvent: (event: LoadEvent) => void,
  signal: AbortSignal,
): Promise<Done> {
  const response = await fetch('/api/load', { method: 'POST', body: file, signal }).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      throw brokenOff(cause);
    },
  );
  if (!response.ok || response.body === null)
    throw problemOf(response, await response.json().catch(() => null));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      signal.throwIfAborted();
      throw brokenOff(cause);
    });
    if (done) throw brokenOff();
    const lines = (held + value).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) {
      const event = LoadEvent.parse(JSON.parse(line));
      if (event.event === 'failed') throw new ApiError(event.title, event.detail, response.status);
      if (event.event === 'done') return event;
      onEvent(event);
    }
  }
}

const brokenOff = (cause?: unknown): ApiError =>
  new ApiError(
    'The load broke off',
    'The server went away. What was loaded until then stays; load the file again to go on.',
    0,
    { cause },
  );
