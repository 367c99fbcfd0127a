import { Download } from 'lucide-react';
import { graph, useScreen } from '../../state/screen.ts';
import { exportPicture } from './export-gexf.ts';
import { BarButton } from '../bar/bar-button.tsx';

export function ExportButton() {
  // an empty picture has nothing to export
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  return (
    <BarButton
      label="Export the picture as GEXF"
      tip="Export the picture as GEXF, for Gephi and others"
      Icon={Download}
      disabled={isEmpty}
      onClick={() => void exportPicture()}
    />
  );
}
