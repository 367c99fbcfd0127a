/** The engine's side of the protocol: keeps the copy of the screen and answers statements about it, several at a time. */
import { elementsIn, idOf } from '../../graph/elements.ts';
import { CypherError } from '../../graph/errors.ts';
import { gqlStatusOf } from '../../graph/gql-status.ts';
import { decodeTypedParameter, encodePlan, encodeTyped } from '../../graph/formats/typed-json.ts';
import { isMap } from '../../graph/model.ts';
import type { Parameters, Value } from '../../graph/model.ts';
import { execute, prepare } from '../../graph/query/engine.ts';
import type { ResultEvent, Summary } from '../../graph/result.ts';
import type { FromEngine, RunMessage, ToEngine } from './protocol.ts';
import { ScreenCopy } from './screen-copy.ts';

const MAX_MEMORY_BYTES = 256 * 1024 * 1024;
/** Most text that a result may be, since the page holds all of it. */
const MAX_RESULT_CHARACTERS = 64 * 1024 * 1024;

export class Answers {
  readonly #post: (message: FromEngine) => void;
  readonly #copy = new ScreenCopy();
  readonly #running = new Map<number, AbortController>();

  constructor(post: (message: FromEngine) => void) {
    this.#post = post;
  }

  /** Resolves when all that the message asked for is said. */
  async receive(message: ToEngine): Promise<void> {
    if (message.kind === 'patch') this.#copy.apply(message.patch);
    else if (message.kind === 'cancel') this.#running.get(message.ticket)?.abort();
    else await this.#answer(message);
  }

  async #answer(message: RunMessage): Promise<void> {
    const { ticket } = message;
    const controller = new AbortController();
    this.#running.set(ticket, controller);
    try {
      for await (const event of this.#run(message, controller.signal)) this.#post(event);
    } catch (error) {
      this.#post(
        controller.signal.aborted
          ? { kind: 'cancelled', ticket }
          : { kind: 'failed', ticket, ...faultOf(error) },
      );
    } finally {
      this.#running.delete(ticket);
    }
  }

  async *#run(message: RunMessage, signal: AbortSignal): AsyncGenerator<FromEngine> {
    const { ticket, maxRows, timeoutMs, want } = message;
    const prepared = prepare(message.statement, undefined, { timeoutMs, signal });
    if (prepared.mode !== 'explain' && prepared.access !== 'read') throw readOnly();
    const reader = this.#copy.graph().read();
    const gather = want === 'elements' ? new Gathered() : null;
    let left = MAX_RESULT_CHARACTERS;
    try {
      const bounds = { maxRows, timeoutMs, maxMemoryBytes: MAX_MEMORY_BYTES, signal };
      for await (const event of execute(prepared, reader, parametersOf(message), bounds)) {
        if (event.event === 'header') yield { kind: 'header', ticket, fields: event.fields };
        else if (event.event === 'summary') {
          if (gather !== null) yield { kind: 'matched', ticket, ...gather.matched() };
          yield { kind: 'summary', ticket, summary: writeSummary(event.summary) };
        } else if (gather !== null) gather.add(event.rows);
        else {
          const rows = JSON.stringify(event.rows.map((row) => row.map(encodeTyped)));
          left -= rows.length;
          if (left < 0) throw tooMuch();
          yield { kind: 'rows', ticket, rows };
        }
      }
    } finally {
      reader.release();
    }
  }
}

/** The elements of the rows that went by, each once. */
class Gathered {
  readonly #nodes = new Set<string>();
  readonly #relationships = new Set<string>();
  #rows = 0;

  add(rows: Extract<ResultEvent, { event: 'rows' }>['rows']): void {
    this.#rows += rows.length;
    const { nodes, relationships } = elementsIn(rows);
    for (const node of nodes) this.#nodes.add(idOf(node));
    for (const relationship of relationships) this.#relationships.add(idOf(relationship));
  }

  matched() {
    return { nodes: [...this.#nodes], relationships: [...this.#relationships], rows: this.#rows };
  }
}

function parametersOf({ parameters }: RunMessage): Parameters {
  const value: Value = decodeTypedParameter(JSON.parse(parameters));
  if (!isMap(value)) throw new TypeError('parameters are a map');
  return value;
}

const writeSummary = (summary: Summary): string =>
  JSON.stringify({ ...summary, plan: summary.plan === undefined ? undefined : encodePlan(summary.plan) });

function faultOf(error: unknown): Pick<CypherError, 'code' | 'message' | 'position' | 'status'> {
  if (error instanceof CypherError) {
    const { code, message, position, status } = error;
    return { code, message, position, status };
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = 'Neo.DatabaseError.General.UnknownError';
  return { code, message, position: undefined, status: gqlStatusOf(code, undefined) };
}

const readOnly = (): CypherError =>
  new CypherError(
    'Neo.ClientError.Statement.AccessMode',
    'What is on the screen can be asked here, not changed.',
  );

const tooMuch = (): CypherError =>
  new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    `The result is more than ${MAX_RESULT_CHARACTERS / 1024 / 1024} MB of text, more than a page should hold. Return less of each row, or add a LIMIT.`,
  );
