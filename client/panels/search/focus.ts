/** The search box's id, for the shortcut that goes there. */
export const SEARCH_ID = 'search';

export function focusSearch(): void {
  const input = document.getElementById(SEARCH_ID);
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}
