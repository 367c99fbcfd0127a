/** Every property that the page does not tell in words, folded away: for those who work with the data. */
import type { NodeJson } from '../../../server/contract/api.ts';

interface PropertyTableProps {
  readonly properties: NodeJson['properties'];
  readonly except: ReadonlySet<string>;
  readonly labels?: readonly string[];
  readonly type?: string;
  /** PLOVER's event type and quad category. */
  readonly coded?: string | null;
}

export function PropertyTable({ properties, except, labels, type, coded }: PropertyTableProps) {
  const rows = Object.entries(properties)
    .filter(([key]) => !except.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): [string, string] => [key, printed(value)]);
  if (labels !== undefined) rows.unshift(['Labels', labels.join(', ')]);
  if (type !== undefined) rows.unshift(['Type', type]);
  if (coded !== null && coded !== undefined) rows.unshift(['PLOVER code', coded]);
  return (
    <details className="properties">
      <summary>Properties</summary>
      <dl>
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function printed(value: NodeJson['properties'][string]): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(printed).join(', ');
  return JSON.stringify(value);
}
