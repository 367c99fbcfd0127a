/** What is on the screen, as its reader has it: where each node and claim is drawn, which is selected, what colour a pixel has. */
import type { Locator, Page } from 'playwright-core';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node or claim of the picture; CSS pixels from the page's top left. A claim is where the middle of its line is. */
export interface Drawn {
  readonly kind: 'node' | 'relationship';
  readonly id: string;
  /** As a screen reader says it. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The box of its name; null where the name is not shown. */
  readonly label: Box | null;
  /** Of a claim: how many its line stands for; 1 for a node. */
  readonly standsFor: number;
}

/** The parts of the page, by the names that a screen reader gives them. */
export const searchBox = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search actors and claims' });
export const results = (page: Page): Locator => page.getByRole('listbox', { name: 'Results' });
export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected' });
export const cypherConsole = (page: Page): Locator => page.getByRole('region', { name: 'Cypher console' });

/** Longer than the picture waits before it tells its places (120 ms), with room for a slow machine. */
const CALM_MS = 400;
const CALM_FRAMES = 4;

/**
 * Waits until the picture is laid out and nothing in it has moved for a while, so that places can be read and pointed at: its names
 * are drawn anew in every frame in which something moves, so their canvas tells.
 */
export async function atRest(page: Page): Promise<void> {
  await page.locator('[data-settled="true"]').waitFor({ timeout: 60_000 });
  await page.evaluate(
    ({ calmMs, calmFrames }) =>
      new Promise<void>((done) => {
        const small = new OffscreenCanvas(360, 225).getContext('2d', { willReadFrequently: true });
        const look = (): string => {
          const names = document.querySelector<HTMLCanvasElement>('canvas.sigma-labels');
          const section = document.querySelector('[data-settled]');
          const places = [...document.querySelectorAll('[data-element]')].map(
            (option) => `${option.getAttribute('data-x')} ${option.getAttribute('data-y')}`,
          );
          if (small === null || names === null || places.length === 0) return String(Math.random());
          small.clearRect(0, 0, 360, 225);
          small.drawImage(names, 0, 0, 360, 225);
          let hash = 0;
          for (const byte of small.getImageData(0, 0, 360, 225).data) hash = (hash * 31 + byte) | 0;
          return `${section?.getAttribute('data-settled')} ${hash} ${places.join()}`;
        };
        let [seen, since, frames] = [look(), performance.now(), 0];
        const frame = (): void => {
          const now = look();
          if (now !== seen) [seen, since, frames] = [now, performance.now(), 0];
          else if (++frames >= calmFrames && performance.now() - since > calmMs && now.startsWith('true'))
            return done();
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    { calmMs: CALM_MS, calmFrames: CALM_FRAMES },
  );
}

/** Every node and claim of the picture, once it is at rest. */
export async function allDrawn(page: Page): Promise<Drawn[]> {
  await atRest(page);
  return page.getByRole('listbox', { name: /^Picture of/ }).evaluate((outline) => {
    const { left, top } = outline.getBoundingClientRect();
    return [...outline.querySelectorAll<HTMLElement>('[data-element]')].map((option) => {
      const { element, id = '', x, y, label, claims } = option.dataset;
      const [boxX = 0, boxY = 0, width = 0, height = 0] = label?.split(' ').map(Number) ?? [];
      return {
        kind: element === 'node' ? ('node' as const) : ('relationship' as const),
        id,
        text: option.textContent,
        x: left + Number(x),
        y: top + Number(y),
        label: label === undefined ? null : { x: left + boxX, y: top + boxY, width, height },
        standsFor: Number(claims ?? 1),
      };
    });
  });
}

/** One node or claim of the picture, once it is at rest. @throws where it is not in the picture */
export async function drawn(page: Page, id: string): Promise<Drawn> {
  const found = (await allDrawn(page)).find((element) => element.id === id);
  if (found === undefined) throw new Error(`${id} is not in the picture`);
  return found;
}

/** Ids of the nodes and of the claims on the screen, sorted. */
export async function idsOnScreen(page: Page): Promise<{ nodes: string[]; relationships: string[] }> {
  const elements = await allDrawn(page);
  const ids = (kind: Drawn['kind']): string[] =>
    elements
      .filter((element) => element.kind === kind)
      .map(({ id }) => id)
      .toSorted();
  return { nodes: ids('node'), relationships: ids('relationship') };
}

/** The id of the selected node or claim; null where nothing is selected. */
export async function selectedId(page: Page): Promise<string | null> {
  const selected = page.locator('[data-element][aria-selected="true"]');
  return (await selected.count()) === 0 ? null : selected.first().getAttribute('data-id');
}

/** Pairs of names whose boxes share more than a pixel's edge. */
export function overlapping(elements: readonly Drawn[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [at, a] of elements.entries())
    for (const b of elements.slice(at + 1)) {
      if (a.label === null || b.label === null) continue;
      const wide = Math.min(a.label.x + a.label.width, b.label.x + b.label.width) - Math.max(a.label.x, b.label.x); // prettier-ignore
      const high = Math.min(a.label.y + a.label.height, b.label.y + b.label.height) - Math.max(a.label.y, b.label.y); // prettier-ignore
      if (wide > 1 && high > 1) pairs.push([a.text, b.text]);
    }
  return pairs;
}

/** Ids of all that is selected, as far as it is listed. */
export const selectedIds = (page: Page): Promise<string[]> =>
  page
    .locator('[data-element][aria-selected="true"]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-id') ?? ''));

/** Clicks on a node or claim where it is drawn. */
export async function clickOn(page: Page, { x, y }: Drawn): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

export type Color = readonly [red: number, green: number, blue: number];

/** Colours of the page's pixels, 0 to 255, as they are shown now. */
export async function colorsAt(
  page: Page,
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<Color[]> {
  const png = (await page.screenshot({ scale: 'css' })).toString('base64');
  return page.evaluate(
    async ({ encoded, at }) => {
      const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      return at.map(({ x, y }): [number, number, number] => {
        const [red = 0, green = 0, blue = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        return [red, green, blue];
      });
    },
    { encoded: png, at: points.map(({ x, y }) => ({ x, y })) },
  );
}

/** How far apart two colours are, 0 to 442. */
export const distance = (a: Color, b: Color): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
