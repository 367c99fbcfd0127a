import type { Plan } from '../../result.ts';
import type { Value } from '../../model.ts';
import type { Operator } from '../run/operator.ts';
import type { Profile } from '../run/profile.ts';

/** A plan as it is shown: with what really happened where it was profiled. */
export function explain(operator: Operator, profile: Profile | null): Plan {
  let id = 0;
  const show = (each: Operator): Plan => {
    const { name, details, estimatedRows, identifiers } = each.about;
    const given: Record<string, Value> = { Id: BigInt(id), Details: details, EstimatedRows: estimatedRows };
    id += 1;
    if (profile !== null) {
      const { rows, dbHits } = profile.of(each);
      given['Rows'] = BigInt(rows);
      given['DbHits'] = BigInt(dbHits);
    }
    return { operatorType: name, arguments: given, identifiers, children: each.children.map(show) };
  };
  const root = show(operator);
  return {
    ...root,
    arguments: {
      ...root.arguments,
      planner: 'COST',
      runtime: 'CHUNKED',
      'planner-version': '5.26',
      version: '5',
    },
  };
}
