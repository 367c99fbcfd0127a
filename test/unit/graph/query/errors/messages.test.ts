/**
 * Every wrong statement, and all that it is answered with: `messages.txt` is read as a reader of errors would read it.
 * `npx vitest run --project unit messages -u` writes it anew; the difference is then for the eye.
 */
import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import { execute, prepare } from '../../../../../graph/query/engine.ts';
import { GRAPH, PARAMETERS, SCHEMA, WRONG } from './wrong-statements.ts';

async function run(graph: MemoryGraph, statement: string, keep: boolean): Promise<number> {
  const writer = await graph.write();
  try {
    let rows = 0;
    for await (const event of execute(prepare(statement), writer, PARAMETERS))
      if (event.event === 'rows') rows += event.rows.length;
    if (keep) {
      writer.prepare();
      writer.commit();
    }
    return rows;
  } finally {
    writer.rollback();
  }
}

function told(error: CypherError): string {
  const { code, gqlStatus, status, position, message } = error;
  const statuses = status.cause === null ? gqlStatus : `${gqlStatus}, ${status.cause.gqlStatus}`;
  const place = position === undefined ? '' : `, line ${position.line}, column ${position.column}`;
  return `${code} (${statuses}${place})\n${message.replace(/ \(line [^\n]*\)\n"[^]*$/, '')}`;
}

describe('what a wrong statement is answered with', () => {
  it('is told as a whole in messages.txt', async () => {
    const graph = new MemoryGraph('00000000-0000-0000-0000-000000000000');
    for (const statement of [...SCHEMA, GRAPH]) await run(graph, statement, true);
    let text = '';
    for (const [title, statements] of Object.entries(WRONG)) {
      text += `# ${title}\n\n`;
      for (const statement of statements) {
        const answer = await run(graph, statement, false).then(
          (rows) => `answers with ${rows} rows`,
          (error: unknown) => {
            if (error instanceof CypherError) return told(error);
            throw error;
          },
        );
        text += `> ${statement}\n${answer}\n\n`;
      }
    }
    await expect(text).toMatchFileSnapshot('messages.txt');
  });
});
