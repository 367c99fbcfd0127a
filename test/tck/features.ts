/** The TCK's feature files and graphs, fetched by Maven and read into scenarios. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle } from '@cucumber/messages';
import { cacheFolder, fetchWithMaven } from '../support/maven.ts';
import type { Scenario } from './scenario.ts';

export const TCK_VERSION = '1.0.0-M23';

export interface Feature {
  /** Its path without the suffix: `expressions/list/List11`. */
  readonly name: string;
  readonly scenarios: readonly Scenario[];
}

/**
 * The folder with the unpacked TCK.
 * @throws NotFetched
 */
export const fetchTck = (): Promise<string> =>
  fetchWithMaven(
    `the openCypher TCK ${TCK_VERSION}`,
    cacheFolder(`tck-${TCK_VERSION}`),
    join(import.meta.dirname, 'pom.xml'),
    (into) => ['dependency:unpack', `-Dtck.version=${TCK_VERSION}`, `-Dtck.folder=${into}`],
  );

/** All of them, by name, outlines expanded. */
export function readFeatures(folder: string): readonly Feature[] {
  const root = join(folder, 'features');
  return filesUnder(root, '.feature').map((file) => {
    const name = relative(root, file).slice(0, -'.feature'.length).replaceAll(sep, '/');
    return { name, scenarios: scenariosOf(name, readFileSync(file, 'utf8')) };
  });
}

/** The statements that make the graphs which scenarios name, by that name. */
export function readGraphs(folder: string): ReadonlyMap<string, string> {
  const scripts = filesUnder(join(folder, 'graphs'), '.cypher');
  return new Map(scripts.map((file) => [file.split(sep).at(-2) ?? '', readFileSync(file, 'utf8')]));
}

const filesUnder = (folder: string, suffix: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .toSorted()
    .map((name) => join(folder, name));

/** An outline's examples are numbered from 1, in the order of the file: `expressions/map/Map1 [6] #2`. */
function scenariosOf(feature: string, text: string): readonly Scenario[] {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  const examples = new Map<string, number>();
  return compile(document, feature, newId).map((pickle) => {
    const number = /^\[\d+\]/.exec(pickle.name)?.[0];
    if (number === undefined) throw new Error(`${feature}: a scenario without a number: ${pickle.name}`);
    const [scenario = '', example] = pickle.astNodeIds;
    const nth = (examples.get(scenario) ?? 0) + 1;
    examples.set(scenario, nth);
    return {
      id: `${feature} ${number}${example === undefined ? '' : ` #${nth}`}`,
      title: pickle.name.slice(number.length).trim(),
      steps: pickle.steps.map(({ text: words, argument }) => ({
        words,
        text: argument?.docString?.content ?? '',
        table: tableOf(argument),
      })),
    };
  });
}

const tableOf = (argument: Pickle['steps'][number]['argument']): readonly (readonly string[])[] =>
  argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? [];
