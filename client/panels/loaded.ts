/** A part of the page that is fetched when it is first wanted. */
import { useEffect, useState } from 'react';
import { notifyFailure } from './status/notify.tsx';

/**
 * @param load an `import()` of its own, so that one that fails is tried again the next time
 * @param name as the reader knows it: "The dialog"
 * @param onFailure takes back what wanted it
 * @returns null until it is there
 */
export function useLoaded<Module>(
  load: () => Promise<Module>,
  isWanted: boolean,
  name: string,
  onFailure: () => void,
): Module | null {
  const [module, setModule] = useState<{ readonly it: Module } | null>(null);
  useEffect(() => {
    if (!isWanted || module !== null) return;
    load().then(
      (it) => setModule({ it }),
      () => {
        // the picture stays, and the next try may find the server again
        onFailure();
        notifyFailure(
          `${name} could not be opened`,
          new Error('It is loaded when it is first wanted, and the server cannot be reached.'),
        );
      },
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions are the same in all that they do
  }, [isWanted, module]);
  return module?.it ?? null;
}
