import { describe, expect, inject, it } from 'vitest';
import { EXCEPTIONS } from './exceptions.ts';
import { readFeatures, readGraphs, type Feature } from './features.ts';
import { NEO4J_DIFFERS } from './neo4j.ts';
import { runScenario, type Scenario } from './scenario.ts';

const folder = inject('tckFolder');
const features = folder === null ? [] : readFeatures(folder);
const graphs = folder === null ? new Map<string, string>() : readGraphs(folder);

/** What is not as it should be, with the whole scenario; null where all is well. */
async function report(scenario: Scenario): Promise<string | null> {
  const difference = await runScenario(scenario, graphs).catch((error: unknown) =>
    error instanceof Error ? `crashed: ${error.stack}` : String(error),
  );
  const reason = EXCEPTIONS.get(scenario.id);
  if (reason === undefined && difference === null) return null;
  if (reason !== undefined && difference !== null) return null;
  const what = difference ?? `passes, though exceptions.ts lists it: ${reason}`;
  const steps = scenario.steps.map(({ words, text, table }) =>
    [words, text, ...table.map((row) => `| ${row.join(' | ')} |`)].filter((line) => line !== '').join('\n'),
  );
  return `${scenario.id} ${scenario.title}\n\n${what}\n\n${steps.join('\n').replaceAll(/^/gm, '    ')}\n`;
}

async function failures({ scenarios }: Feature): Promise<readonly string[]> {
  const found: string[] = [];
  // one after the other: a scenario has the thread to itself anyway
  // oxlint-disable-next-line no-await-in-loop
  for (const scenario of scenarios) found.push((await report(scenario)) ?? '');
  return found.filter((text) => text !== '');
}

describe.skipIf(folder === null)('openCypher TCK', () => {
  it('has 220 features with 3,897 scenarios, each with an id of its own', () => {
    const ids = features.flatMap((feature) => feature.scenarios.map((scenario) => scenario.id));
    expect([features.length, ids.length, new Set(ids).size]).toEqual([220, 3897, 3897]);
  });

  it('lists only scenarios that there are', () => {
    const ids = new Set(features.flatMap((feature) => feature.scenarios.map((scenario) => scenario.id)));
    const numbers = new Set([...ids].map((id) => id.replace(/ #\d+$/, '')));
    expect([...EXCEPTIONS.keys()].filter((id) => !ids.has(id))).toEqual([]);
    expect(
      NEO4J_DIFFERS.flatMap(({ scenarios }) => scenarios).filter((number) => !numbers.has(number)),
    ).toEqual([]);
  });

  for (const feature of features) {
    it(`passes ${feature.name}, ${feature.scenarios.length} scenarios`, async () => {
      expect((await failures(feature)).join('\n')).toBe('');
    });
  }
});
