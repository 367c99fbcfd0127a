import { createHash } from 'node:crypto';

/** Lower case letters and digits without accents, words joined by `-`; empty where nothing of that kind is in the text. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * An id for a name: its slug where the name can be read back from it (`New York` → `new-york`), otherwise the slug and
 * some digits of the name's hash, so that `U.S.` and `U. S.`, `N. Korea` and `N Korea` stay apart, in every run alike.
 */
export function actorId(name: string): string {
  const bare = slug(name);
  const readBack = bare.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => (dash === '' ? '' : ' ') + letter.toUpperCase(),
  );
  if (readBack.replaceAll('-', ' ') === name) return bare;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return bare === '' ? `actor-${hash}` : `${bare.slice(0, 120)}-${hash}`;
}
