/** A result as JSON, to read and to copy. */
import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useMemo } from 'react';
import type { Value } from '../../../graph/model.ts';
import { plainOf } from './plain.ts';
import { ScrollRegion } from '../scroll-region.tsx';

/** Rows shown as text; more would make the page slow, and copying takes them all. */
const SHOWN = 200;

interface Props {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export function ResultJson({ fields, rows }: Props) {
  const shown = useMemo(() => jsonOf(fields, rows.slice(0, SHOWN)), [fields, rows]);
  return (
    <ScrollRegion className="result-scroll" label="The result as JSON">
      <CopyButton value={rows.length <= SHOWN ? shown : jsonOf(fields, rows)}>
        {({ copied, copy }) => (
          <Button
            className="result-copy"
            size="compact-sm"
            variant="default"
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
      <pre className="result-json">{shown}</pre>
      {rows.length > SHOWN && (
        <p className="result-note">
          The first {SHOWN} rows. Copy takes all {rows.length.toLocaleString('en')}.
        </p>
      )}
    </ScrollRegion>
  );
}

const jsonOf = (fields: readonly string[], rows: readonly (readonly Value[])[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(fields.map((field, at) => [field, plainOf(row[at] ?? null)]))),
    null,
    2,
  );
