/** A result as a table. Only the rows in view are drawn, so that ten thousand scroll as ten do. */
import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Value } from '../../../graph/model.ts';
import { isNumber, ValueCell } from './value-cell.tsx';
import { ScrollRegion } from '../scroll-region.tsx';

interface Props {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export function ResultTable({ fields, rows }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 33,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ScrollRegion className="result-scroll" ref={scroller} label="Rows of the result">
      <table
        className="result-table"
        aria-rowcount={rows.length + 1}
        style={{ marginTop: above, marginBottom: below }}
      >
        <thead>
          <tr>
            <th scope="col" className="result-row-number">
              <VisuallyHidden>Row</VisuallyHidden>
            </th>
            {fields.map((field, at) => (
              <th scope="col" key={at} className={isNumber(rows[0]?.[at]) ? 'result-number' : undefined}>
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, key }) => (
            <tr key={key} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
              <td className="result-row-number">{index + 1}</td>
              {fields.map((_, at) => {
                const value = rows[index]?.[at] ?? null;
                return (
                  <td key={at} className={isNumber(value) ? 'result-number' : undefined}>
                    <ValueCell value={value} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
