import type { ExportRequest } from '../../../server/contract/api.ts';
import { ApiError, problemOf } from '../../api.ts';

/**
 * Asks the server for a file. It is gathered in the browser's memory, which keeps large blobs on disk.
 *
 * @param onProgress called now and then with the bytes that have come
 * @throws ApiError; the signal's reason when aborted, at which the server stops the statement too
 */
export async function requestExport(
  request: ExportRequest,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<{ name: string; file: Blob }> {
  const response = await post(request, signal);
  if (!response.ok || response.body === null)
    throw problemOf(response, await response.json().catch(() => null));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  let bytes = 0;
  let toldAt = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.length;
      if (performance.now() - toldAt < 300) continue;
      toldAt = performance.now();
      onProgress(bytes);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new ApiError(
      'The file broke off',
      'The connection ended early, and half a file would not open. Try again.',
      0,
      { cause },
    );
  }
  const name =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'entente.gexf';
  return { name, file: new Blob(chunks, { type: 'application/gexf+xml' }) };
}

async function post(request: ExportRequest, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch('/api/export?format=gexf', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ApiError(
      'The server cannot be reached',
      'What is on the screen is safe. Export again when the server is back.',
      0,
      { cause },
    );
  }
}
