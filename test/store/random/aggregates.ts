/** Aggregations; where rows come in any order, only those that any order gives the same of. */
import type { Generation } from './generation.ts';
import { isBag, isKey, isOrderable, itemOf, type Type } from './types.ts';

/** Null where no aggregation gives this type. */
export function aggregate(g: Generation, type: Type, depth: number): string | null {
  const { choices } = g;
  const distinct = choices.chance(20) ? 'DISTINCT ' : '';
  const one = (of: Type): string => g.expression(of, depth - 1);
  if (isBag(type)) {
    const item = itemOf(type);
    return `collect(${isKey(item) ? distinct : ''}${one(item)})`;
  }
  switch (type) {
    case 'INTEGER':
      return choices.pick([
        () => 'count(*)',
        () => `count(${distinct}${one(choices.pick(['INTEGER', 'STRING', 'ANY', 'BOOLEAN'] as const))})`,
        () => `sum(${distinct}${one('INTEGER')})`,
        () => `max(${one('INTEGER')})`,
        () => `min(${one('INTEGER')})`,
        () => `(count(*) ${choices.pick(['+', '*', '-'])} ${choices.pick(['1', '2'])})`,
        () => `percentileDisc(${one('INTEGER')}, ${choices.pick(['0.5', '0.0', '1.0', '0.9'])})`,
      ])();
    case 'FLOAT':
      // a mean and a deviation are added up row by row, and their last digits depend on the order of the rows
      return choices.pick([
        () => `round(avg(${distinct}${one('INTEGER')}), 6)`,
        () => `round(sum(${one('FLOAT')}), 6)`,
        () => `round(avg(${one('FLOAT')}), 6)`,
        () => `round(${choices.pick(['stDev', 'stDevP'])}(${one('INTEGER')}), 6)`,
        () => `round(percentileCont(${one('FLOAT')}, ${choices.pick(['0.5', '0.25', '1.0'])}), 6)`,
      ])();
    case 'BOOLEAN':
      return `(count(*) > ${choices.pick(['1', '0', '3'])})`;
    default:
      return isOrderable(type) ? `${choices.pick(['min', 'max'])}(${one(type)})` : null;
  }
}
