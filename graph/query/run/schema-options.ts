/** OPTIONS of indexes and constraints: what is understood, and what would be silently left undone is refused. */
import { CypherError } from '../../errors.ts';
import type { IndexDefinition } from '../../memory/graph.ts';
import type { RunValue } from '../runtime.ts';
import { isList, isMap } from '../values/types.ts';

/** The names that Neo4j gives to what is behind each kind of index. */
export const PROVIDERS: Readonly<Record<IndexDefinition['kind'], string>> = {
  range: 'range-1.0',
  text: 'text-2.0',
  point: 'point-1.0',
  fulltext: 'fulltext-1.0',
  lookup: 'token-lookup-1.0',
};

/** What full-text indexes split text with here; Lucene's other analyzers are not there. */
export const ANALYZER = 'standard-no-stop-words';

/** @throws CypherError an option is not known, or asks for what there is not */
export function checkOptions(kind: IndexDefinition['kind'], options: RunValue): void {
  if (options === null) return;
  if (!isMap(options))
    throw invalid(`Could not create ${kind} index with specified options: expected a map.`);
  for (const [name, value] of options) {
    if (name === 'indexProvider') checkProvider(kind, value);
    else if (name === 'indexConfig') checkConfig(kind, value);
    else {
      throw new CypherError(
        'Neo.ClientError.Statement.SyntaxError',
        `Failed to create ${kind} index: Invalid option provided, valid options are \`indexProvider\` and \`indexConfig\`.`,
      );
    }
  }
}

function checkProvider(kind: IndexDefinition['kind'], value: RunValue): void {
  if (value === PROVIDERS[kind]) return;
  const given = typeof value === 'string' ? `'${value}'` : 'that is no STRING';
  throw invalid(`Could not create ${kind} index with specified index provider ${given}.`);
}

function checkConfig(kind: IndexDefinition['kind'], config: RunValue): void {
  if (!isMap(config))
    throw invalid(`Could not create ${kind} index with specified index config: expected a map.`);
  for (const [name, value] of config) {
    if (kind === 'fulltext' && name === 'fulltext.analyzer') checkAnalyzer(value);
    // every index is up to date at the commit, which no one can object to
    else if (kind === 'fulltext' && name === 'fulltext.eventually_consistent' && typeof value === 'boolean')
      continue;
    // bounds of coordinates spare room, and change no answer
    else if (kind === 'point' && BOUNDS.test(name) && isNumbers(value)) continue;
    else {
      const expected = kind === 'point' ? ' Expected a map from String to Double[].' : '';
      throw invalid(`Could not create ${kind} index with specified index config '{${name}: …}'.${expected}`);
    }
  }
}

const BOUNDS = /^spatial\.(cartesian|wgs-84)(-3d)?\.(min|max)$/;

const isNumbers = (value: RunValue): boolean =>
  isList(value) && value.every((item) => typeof item === 'number' || typeof item === 'bigint');

function checkAnalyzer(value: RunValue): void {
  if (value === ANALYZER) return;
  throw new CypherError(
    'Neo.ClientError.Statement.ArgumentError',
    `No such full-text analyzer: '${typeof value === 'string' ? value : ''}'. The one that there is: '${ANALYZER}'.`,
  );
}

const invalid = (message: string): CypherError =>
  new CypherError('Neo.ClientError.General.InvalidArguments', message);
