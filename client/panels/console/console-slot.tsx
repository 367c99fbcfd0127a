/** Where the console opens. It is large (CodeMirror), so it is fetched when it is first wanted. */
import { toggleDrawer, usePanels } from '../../state/panels.ts';
import { OnDemand } from '../on-demand.tsx';

// on its own: a `then` at the import would not be told that its styles could not be loaded
const load = () => import('./console.tsx');

export function ConsoleSlot() {
  const isOpen = usePanels((state) => state.drawer === 'console');
  return (
    <OnDemand isOpen={isOpen} name="console" load={load} onFailure={() => toggleDrawer('console', false)} />
  );
}
