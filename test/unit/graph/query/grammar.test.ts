/** docs/grammar.md is made here, from the EBNF at the head of each file of the parser: `npm run docs` writes it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../../server/root.ts';

const FOLDER = 'graph/query/parse';

/** From the whole to its parts; what is not named here comes after, by name. */
const ORDER = [
  'parse',
  'queries',
  'projections',
  'updates',
  'calls',
  'patterns',
  'labels',
  'expressions',
  'atoms',
  'lists',
  'case',
  'types',
  'schema',
  'show',
  'lexer',
];

interface Rules {
  readonly file: string;
  readonly ebnf: string;
}

/** The indented lines of a file's first comment, or null where it has none. */
function rulesOf(file: string, text: string): Rules | null {
  const head = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(text)?.[1] ?? '';
  const lines = head.split('\n').flatMap((line) => /^ \* {5}(.*)$/.exec(line)?.[1] ?? []);
  return lines.length === 0 ? null : { file, ebnf: lines.join('\n') };
}

async function grammar(): Promise<Rules[]> {
  const names = (await readdir(join(ROOT, FOLDER))).map((name) => name.replace(/\.ts$/, ''));
  const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const sorted = names.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const rules = await Promise.all(
    sorted.map(async (name) =>
      rulesOf(`${name}.ts`, await readFile(join(ROOT, FOLDER, `${name}.ts`), 'utf8')),
    ),
  );
  return rules.filter((each) => each !== null);
}

it('the page of the grammar holds what stands at the head of each file of the parser', async () => {
  const parts = (await grammar()).map(
    ({ file, ebnf }) => `## [${file}](../${FOLDER}/${file})\n\n\`\`\`ebnf\n${ebnf}\n\`\`\``,
  );
  const page = `# The grammar

Cypher as the engine reads it, from the whole to its parts; the page is made from the heads of the parser's files
(\`test/unit/graph/query/grammar.test.ts\`). \`[a]\` is an option, \`{ a }\` any number, \`a | b\` one of both; words in
capitals are keywords, in either case; what is in quotes stands as it is.

${parts.join('\n\n')}
`;
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs', 'grammar.md'));
});

it('its chief rules are among them', async () => {
  const rules = (await grammar()).flatMap(({ ebnf }) =>
    ebnf.split('\n').flatMap((line) => /^\s*(\w+)\s*=\s/.exec(line)?.[1] ?? []),
  );
  expect(rules.length).toBeGreaterThan(60);
  expect(rules).toEqual(
    expect.arrayContaining(['statement', 'query', 'clause', 'pattern', 'labels', 'atom']),
  );
});
