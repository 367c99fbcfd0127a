/** What the browser keeps until the next visit. The page works without: a storage may be full, or forbidden. */

/** @returns null where nothing is kept, undefined where nothing can be */
export function remembered(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** @param text null to forget it */
export function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // until the page is left, then
  }
}
