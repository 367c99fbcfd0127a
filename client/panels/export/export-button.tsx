import { ActionIcon } from '@mantine/core';
import { Download } from 'lucide-react';
import { graph, useScreen } from '../../state/screen.ts';
import { exportPicture } from './export-gexf.ts';

export function ExportButton() {
  // an empty picture has nothing to export
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  return (
    <ActionIcon
      data-tip="Export the picture as GEXF, for Gephi and others"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label="Export the picture as GEXF"
      disabled={isEmpty}
      onClick={() => void exportPicture()}
    >
      <Download size={19} aria-hidden />
    </ActionIcon>
  );
}
