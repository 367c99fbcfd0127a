/** docs/neo4j-differences.md is made here, from the lists that the suites check against a real Neo4j: `npm run docs` writes it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../server/root.ts';
import { DIFFERENCES } from '../store/corpus/differences.ts';
import { CURRENT_DIFFERENCES, LTS_DIFFERENCES, type ErrorDifference } from '../store/error-differences.ts';
import { ODDITIES } from '../store/random/oddities.ts';
import { NEO4J_DIFFERS } from '../tck/neo4j.ts';
import { UNSUPPORTED } from './graph/query/unsupported.ts';

const cell = (text: string): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
// two backticks, for statements that hold one
const code = (text: string): string => `\`\` ${cell(text)} \`\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const errors = (differences: readonly ErrorDifference[]): string =>
  table(
    ['statement', 'here', 'Neo4j', 'why'],
    differences.map(({ statement, entente, neo4j, reason }) => [
      code(statement),
      cell(entente),
      cell(neo4j),
      cell(reason),
    ]),
  );
const onCurrent = new Set(CURRENT_DIFFERENCES.map(({ statement }) => statement));

const page = `# What differs from Neo4j

The engine answers as Neo4j 5.26.30 does, and these are the exceptions. The page is made from the lists by which the
suites expect them (\`test/unit/neo4j-differences.test.ts\`): each was seen on a real Neo4j.

## What is not supported

Each says so when it is asked for.

${table(
  ['what', 'statement', 'here', 'Neo4j', 'why'],
  UNSUPPORTED.map(({ what, example, entente, neo4j, reason }) => [
    cell(what),
    code(example),
    cell(entente),
    cell(neo4j),
    cell(reason),
  ]),
)}

## Faults of Neo4j, and answers that depend on its plan

Found by random statements (\`test/store/random/\`).

${table(
  ['statement', 'here', 'Neo4j', 'why'],
  ODDITIES.map(({ example, entente, neo4j, reason }) => [
    code(example),
    cell(entente),
    cell(neo4j),
    cell(reason),
  ]),
)}

## Where the openCypher TCK and Neo4j disagree

The TCK wins ([why](decisions/2026-11-tck-before-neo4j.md)).

${table(
  ['statement', 'TCK, and here', 'Neo4j', 'scenarios'],
  NEO4J_DIFFERS.map(({ example, tck, neo4j, scenarios }) => [
    code(example),
    cell(tck),
    cell(neo4j),
    scenarios.join(', '),
  ]),
)}

## Statements of the corpus

Of 1,500 hand-picked ones (\`test/store/corpus/\`), run on both releases. An error that Neo4j 5.26 and 2026.08 tell
differently is told as by one of them, and the other is listed.

${table(
  ['statement', 'here', 'Neo4j', 'releases', 'why'],
  DIFFERENCES.map(({ statements: [example], entente, neo4j, versions, reason }) => [
    code(example),
    cell(entente),
    cell(neo4j),
    versions.join(', '),
    cell(reason),
  ]),
)}

## Codes, statuses and places of errors

On the current release:

${errors(CURRENT_DIFFERENCES)}

On the LTS release also (without statuses, of which it gives few):

${errors(LTS_DIFFERENCES.filter(({ statement }) => !onCurrent.has(statement)))}
`;

it('the page of what differs from Neo4j holds what the lists hold', async () => {
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs', 'neo4j-differences.md'));
});
