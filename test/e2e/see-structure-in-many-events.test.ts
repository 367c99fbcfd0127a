/** Someone opens ten thousand dated events: what stands out is who has to do with whom, and how much; each claim is a click further. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { launch } from '../support/entente-process.ts';
import { gdeltFile } from '../support/gdelt.ts';
import { gdeltLines } from '../support/gdelt-slice.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, clickOn, colorsAt, distance, drawn, inspector, overlapping, selectedIds } from './on-screen.ts'; // prettier-ignore
import type { Drawn } from './on-screen.ts';

const EVENTS = 10_000;
const HOVERS = 12;
/** Longest that the page may be kept busy by one hover, all of its tasks together: processor time. */
const MOST_BUSY_MS = 50;

describe.skipIf(gdeltFile === null)('with the GDELT data beside the checkout', () => {
  journey('Seeing structure in many events', (open) => {
    let folder = '';
    let server: RunningServer;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'entente-events-'));
      const file = join(folder, 'events.tsv');
      await writeFile(file, gdeltLines(gdeltFile ?? '', EVENTS));
      const environment = { ENTENTE_DATA: join(folder, 'data') };
      const load = launch('load', [file], environment);
      if ((await load.end()) !== 0) throw new Error(`the events could not be loaded:\n${load.stderr}`);
      server = await startServer(['--no-seed'], environment);
    });
    afterAll(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('draws the claims between the same two as one line, and no name over another', async () => {
      const page = await open({ url: server.url });
      await page.getByText(/^300 actors and events, [\d,]+ claims/).waitFor();
      const elements = await allDrawn(page);
      const named = elements.filter(({ label }) => label !== null);
      expect(named.length).toBeGreaterThan(100);
      expect(overlapping(elements)).toEqual([]);
      // who has most to do with the others is named
      expect(named.map(({ id }) => id)).toContain('united-states');
      const lines = together(elements.filter(({ kind }) => kind === 'relationship'));
      for (const { claims } of lines) expect(claims.map(({ standsFor }) => standsFor)).toEqual(claims.map(() => claims.length)); // prettier-ignore
      expect(Math.max(...lines.map(({ claims }) => claims.length))).toBeGreaterThan(4);
      await keepShot(page, 'many-events');
    });

    it('fans a line out when it is pointed at, selects its claims by a click, and one of them by another', async () => {
      const page = await open({ url: server.url });
      const [line] = together((await allDrawn(page)).filter(({ kind }) => kind === 'relationship'));
      if (line === undefined) throw new Error('nothing is drawn');
      const ids = line.claims.map(({ id }) => id).toSorted();
      const [from, to] = await ends(page, ids[0] ?? '');
      await page.mouse.move(line.x, line.y);
      // crossed at right angles there is more than one line
      await expect.poll(() => linesAcross(page, from, to)).toBeGreaterThan(1);
      await keepShot(page, 'many-events-fan');

      await page.mouse.click(line.x, line.y);
      await inspector(page)
        .getByRole('heading', { level: 2, name: `${ids.length} claims` })
        .waitFor();
      expect((await selectedIds(page)).toSorted()).toEqual(ids);
      const fan = (await allDrawn(page)).filter(({ id }) => ids.includes(id));
      expect(fan.map(({ standsFor }) => standsFor)).toEqual(ids.map(() => 1));
      expect(together(fan).length).toBe(ids.length);

      const one = ids[0] ?? '';
      await clickOn(page, await drawn(page, one));
      await expect.poll(() => selectedIds(page)).toEqual([one]);
      await keepShot(page, 'many-events-one');
    });

    it(`is busy for less than ${MOST_BUSY_MS} ms with any of ${HOVERS} actors that are pointed at`, async () => {
      const page = await open({ url: server.url });
      const actors = (await allDrawn(page)).filter(({ kind }) => kind === 'node');
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      const busyMs = async (): Promise<number> => {
        const { metrics } = await devtools.send('Performance.getMetrics');
        return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
      };
      const costs: number[] = [];
      for (let hover = 0; hover <= HOVERS; hover++) {
        const { x, y } = actors[Math.floor((hover * actors.length) / (HOVERS + 1))] ?? { x: 0, y: 0 };
        const before = await busyMs();
        await page.mouse.move(x, y);
        await atCalm(page);
        costs.push((await busyMs()) - before);
      }
      // the first compiles what the others use
      expect(Math.max(...costs.slice(1))).toBeLessThan(MOST_BUSY_MS);
    });
  });
});

interface TogetherDrawn {
  readonly x: number;
  readonly y: number;
  readonly claims: readonly Drawn[];
}

/** Claims that have one line, by where it is; those lines first that stand for most. */
function together(claims: readonly Drawn[]): TogetherDrawn[] {
  const lines = new Map<string, Drawn[]>();
  for (const claim of claims) {
    const at = `${claim.x} ${claim.y}`;
    lines.set(at, [...(lines.get(at) ?? []), claim]);
  }
  return [...lines.values()]
    .map((of) => ({ x: of[0]?.x ?? 0, y: of[0]?.y ?? 0, claims: of }))
    .toSorted((a, b) => b.claims.length - a.claims.length);
}

/** Where the two actors of a claim are. */
async function ends(page: Page, claim: string): Promise<readonly [Drawn, Drawn]> {
  const [source = '', , target = ''] = claim.split('.');
  return [await drawn(page, source), await drawn(page, target)];
}

/** How many lines that stand out are met on the way across the middle between two points, or near it: the most of five ways. */
async function linesAcross(page: Page, from: Drawn, to: Drawn): Promise<number> {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = Math.round(length * 0.45);
  const ways = [0.4, 0.45, 0.5, 0.55, 0.6].map((share) =>
    Array.from({ length: 2 * reach + 1 }, (_, step) => ({
      x: from.x + dx * length * share - dy * (step - reach),
      y: from.y + dy * length * share + dx * (step - reach),
    })),
  );
  const [ground, ...colors] = await colorsAt(page, [{ x: 700, y: 892 }, ...ways.flat()]);
  const counts = ways.map((way, at) => {
    const along = colors.slice(at * way.length, (at + 1) * way.length);
    const isLine = along.map((color) => ground !== undefined && distance(color, ground) > 180);
    return isLine.filter((is, step) => is && isLine[step - 1] !== true).length;
  });
  return Math.max(...counts);
}

/** Longer than a hover is thought over (40 ms) and drawn. */
const atCalm = (page: Page): Promise<void> => page.waitForTimeout(400);
