import type { Parameters, Value } from '../../graph/model.ts';
import type { RunOptions, Store } from '../store/store.ts';

/** Only the rows of a statement, a batch at a time. */
export async function* rowsOf(
  store: Store,
  statement: string,
  parameters: Parameters,
  options: RunOptions,
): AsyncGenerator<readonly (readonly Value[])[]> {
  for await (const event of store.run(statement, parameters, { access: 'read', ...options })) {
    if (event.event === 'rows') yield event.rows;
  }
}
