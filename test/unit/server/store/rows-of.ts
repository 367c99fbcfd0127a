import type { Value } from '../../../../graph/model.ts';
import type { Access, Store } from '../../../../server/store/store.ts';

export async function rowsOf(
  store: Store,
  statement: string,
  parameters: Record<string, Value> = {},
  access: Access = 'read',
): Promise<Value[][]> {
  const found: Value[][] = [];
  for await (const event of store.run(statement, new Map(Object.entries(parameters)), { access })) {
    if (event.event === 'rows') found.push(...event.rows.map((row) => [...row]));
  }
  return found;
}
