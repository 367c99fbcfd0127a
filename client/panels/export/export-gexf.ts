/** Exports as GEXF: asks the server for the file and hands it to the browser to save. */
import { notifications } from '@mantine/notifications';
import { ApiError } from '../../api.ts';
import type { ExportRequest } from '../../../server/contract/api.ts';
import { shownPicture } from '../../picture/shown.ts';
import { announce, graph } from '../../state/screen.ts';
import { asApiError } from '../../state/explore.ts';
import { writtenBytes } from '../../state/words.ts';
import { saveFile } from './save-file.ts';
import { requestExport } from './request-export.ts';

/** What is on the screen, where it lies and as it looks. */
export const exportPicture = (): Promise<void> =>
  save('the picture', {
    nodes: graph.nodes(),
    relationships: graph.edges(),
    ...shownPicture()?.appearance(),
  });

/** Some of what is on the screen, with the ends of the claims, where it lies and as it looks. */
export async function exportElements(
  nodes: readonly string[],
  relationships: readonly string[],
): Promise<void> {
  const ends = relationships.filter((id) => graph.hasEdge(id)).flatMap((id) => graph.extremities(id));
  const all = [...new Set([...nodes, ...ends])];
  if (all.length === 0) {
    notifications.show({
      title: 'There is nothing to export',
      message: 'These rows hold no nodes or relationships. Return the elements themselves.',
      autoClose: 6000,
    });
    return;
  }
  await save('what matches', {
    nodes: all,
    relationships: [...relationships],
    ...shownPicture()?.appearance(),
  });
}

/** All that a statement gives of the graph, however much it is. */
export const exportStatement = (statement: string): Promise<void> => save('the query', { statement });

async function save(what: string, request: ExportRequest): Promise<void> {
  const controller = new AbortController();
  let finished = false;
  const id = notifications.show({
    title: `Exporting ${what} as GEXF`,
    message: 'Asking the server…',
    loading: true,
    autoClose: false,
    // closing the notice while the file is on its way is how to cancel it
    onClose: () => {
      if (!finished) controller.abort();
    },
  });
  try {
    const { name, file } = await requestExport(request, controller.signal, (bytes) =>
      notifications.update({ id, message: `${writtenBytes(bytes)} so far. Close this to cancel.` }),
    );
    finished = true;
    saveFile(name, file);
    announce(`${name} was saved.`);
    notifications.update({ id, title: 'Exported', message: `${name}, ${writtenBytes(file.size)}, opens in Gephi, networkx and others.`, loading: false, autoClose: 6000 }); // prettier-ignore
  } catch (error) {
    finished = true;
    if (controller.signal.aborted) return;
    const { title, detail } = error instanceof ApiError ? error : asApiError(error);
    // the statement and its caret, which follow in a syntax error, need an even-spaced face: the console shows them
    const message = detail.split('\n')[0];
    notifications.update({ id, title: `The export failed: ${title}`, message, color: 'orange', loading: false, autoClose: 12_000 }); // prettier-ignore
  }
}
