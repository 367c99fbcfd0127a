/** The picture that is on the page, for what acts on it from elsewhere: search goes to a place in it, an export asks how it looks. */
import type { Picture } from './picture.ts';

let shown: Picture | null = null;

export function showPicture(picture: Picture | null): void {
  shown = picture;
}

/** Null before the first drawing, and where the browser has no WebGL. */
export const shownPicture = (): Picture | null => shown;
