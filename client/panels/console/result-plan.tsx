/** How a statement is carried out, operator by operator: the last one first, what feeds it below and further in. */
import { printFloat } from '../../../graph/float.ts';
import type { Value } from '../../../graph/model.ts';
import type { Plan } from '../../../graph/result.ts';
import { ScrollRegion } from '../scroll-region.tsx';

interface Line {
  readonly depth: number;
  readonly plan: Plan;
}

export function ResultPlan({ plan }: { readonly plan: Plan }) {
  const isProfiled = plan.arguments['Rows'] !== undefined;
  return (
    <ScrollRegion className="result-scroll" label="The plan of the statement">
      <table className="result-table result-plan">
        <thead>
          <tr>
            <th scope="col">Operator</th>
            <th scope="col">Details</th>
            <th scope="col" className="result-number">
              Rows expected
            </th>
            {isProfiled && (
              <>
                <th scope="col" className="result-number">
                  Rows
                </th>
                <th scope="col" className="result-number">
                  Reads
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {linesOf(plan).map(({ depth, plan: { operatorType, arguments: given } }, at) => (
            <tr key={at}>
              <th scope="row" style={{ paddingLeft: `${0.75 + depth * 1.1}rem` }}>
                {depth > 0 && <span aria-hidden>↳ </span>}
                {operatorType.replace(/@.*$/, '')}
              </th>
              <td>{shown(given['Details'])}</td>
              <td className="result-number">{shown(given['EstimatedRows'])}</td>
              {isProfiled && (
                <>
                  <td className="result-number">{shown(given['Rows'])}</td>
                  <td className="result-number">{shown(given['DbHits'])}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The tree in the order of its lines. A chain is not indented: only where an operator has several inputs do they go further in. */
function linesOf(plan: Plan, depth = 0): readonly Line[] {
  const deeper = plan.children.length > 1 ? depth + 1 : depth;
  return [{ depth, plan }, ...plan.children.flatMap((child) => linesOf(child, deeper))];
}

function shown(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'bigint') return value.toLocaleString('en');
  if (typeof value !== 'number') return String(value);
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en') : printFloat(value);
}
