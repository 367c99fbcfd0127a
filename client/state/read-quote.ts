/** Opens the reading view at a quote of which only the id is known. */
import { ApiError, fetchNeighbours } from '../api.ts';
import { watch } from './explore.ts';
import { read } from './panels.ts';

/** @throws ApiError it names no source, or the server cannot say */
export async function readQuote(id: string): Promise<void> {
  const { nodes } = await watch(fetchNeighbours(id, { types: 'FROM', direction: 'out', limit: 1 }));
  const [source] = nodes;
  if (source === undefined)
    throw new ApiError('No source is recorded', 'This quote does not say where it is from.', 404);
  read(source.id, id);
}
