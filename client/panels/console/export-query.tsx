/** What a page cannot hold, a file can: the offer beside a result that was cut or refused. */
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { exportStatement } from '../export/export-gexf.ts';

export function ExportQuery({ statement }: { readonly statement: string }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Download size={14} aria-hidden />}
      onClick={() => void exportStatement(statement)}
    >
      Export all of it as GEXF
    </Button>
  );
}
