import { useEffect } from 'react';
import type { RefObject } from 'react';

/** A file that is dropped on the element of `ref`; while one is held over it, it is marked `data-over`. */
export function useDrop(ref: RefObject<HTMLElement | null>, onFile: (file: File) => void): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const ended = new AbortController();
    const { signal } = ended;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      element.dataset['over'] = 'true';
    };
    const gone = (): void => {
      delete element.dataset['over'];
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      gone();
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) onFile(file);
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', gone, { signal });
    element.addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, [ref, onFile]);
}
