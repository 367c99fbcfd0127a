/** What became of a statement: its rows as a table, for the picture, or as JSON; or why it failed. */
import { Alert, Loader, Tabs } from '@mantine/core';
import { CircleStop, TriangleAlert } from 'lucide-react';
import { counted } from '../../state/words.ts';
import { ResultJson } from './result-json.tsx';
import { ResultPicture } from './result-picture.tsx';
import { ResultTable } from './result-table.tsx';
import { StatementError } from './run-statement.ts';
import { MAX_ROWS } from './session.ts';
import type { Outcome, Result } from './session.ts';

export function ResultView({ result }: { readonly result: Result }) {
  const { fields, rows, outcome } = result;
  return (
    <div className="result">
      {outcome.kind === 'failed' && <Failure error={outcome.error} hasRows={rows.length > 0} />}
      {fields.length > 0 && (
        <Tabs defaultValue="table" className="result-tabs" keepMounted={false}>
          <div className="result-head">
            <Tabs.List>
              <Tabs.Tab value="table">Table</Tabs.Tab>
              <Tabs.Tab value="picture">Picture</Tabs.Tab>
              <Tabs.Tab value="json">JSON</Tabs.Tab>
            </Tabs.List>
            <Status outcome={outcome} rows={rows.length} />
          </div>
          <Tabs.Panel value="table" className="result-panel">
            <ResultTable fields={fields} rows={rows} />
          </Tabs.Panel>
          <Tabs.Panel value="picture" className="result-panel">
            <ResultPicture result={result} />
          </Tabs.Panel>
          <Tabs.Panel value="json" className="result-panel">
            <ResultJson fields={fields} rows={rows} />
          </Tabs.Panel>
        </Tabs>
      )}
      {fields.length === 0 && outcome.kind !== 'failed' && <Status outcome={outcome} rows={0} />}
      {outcome.kind === 'done' && <Notes outcome={outcome} />}
    </div>
  );
}

function Status({ outcome, rows }: { readonly outcome: Outcome; readonly rows: number }) {
  const count = counted(rows, 'row', 'rows');
  return (
    <output className="result-status">
      {outcome.kind === 'running' && (
        <>
          <Loader size={12} aria-hidden /> {rows === 0 ? 'Running…' : `${count} so far…`}
        </>
      )}
      {outcome.kind === 'done' &&
        `${count} in ${Math.max(1, Math.round(outcome.ms)).toLocaleString('en')} ms`}
      {outcome.kind === 'stopped' && (
        <>
          <CircleStop size={14} aria-hidden /> Stopped, in the store too, after {count}
        </>
      )}
      {outcome.kind === 'failed' && `${count} before it failed`}
    </output>
  );
}

function Notes({ outcome }: { readonly outcome: Extract<Outcome, { kind: 'done' }> }) {
  const { counters, notifications } = outcome.summary;
  return (
    <>
      {counters.size > 0 && (
        <p className="result-note">
          {[...counters]
            .map(([name, count]) => `${name.replace(/([A-Z])/g, ' $1').toLowerCase()}: ${count}`)
            .join(', ')}
        </p>
      )}
      {outcome.cut && (
        <p className="result-note">
          The page keeps the first {MAX_ROWS.toLocaleString('en')} rows and stopped the statement there. Add a
          LIMIT, or export the query to have everything.
        </p>
      )}
      {notifications.map(({ title, description }, at) => (
        <p className="result-note" key={at}>
          <strong>{title}</strong> {description}
        </p>
      ))}
    </>
  );
}

function Failure({
  error,
  hasRows,
}: {
  readonly error: Extract<Outcome, { kind: 'failed' }>['error'];
  readonly hasRows: boolean;
}) {
  const isStatement = error instanceof StatementError;
  return (
    <Alert
      className="result-failure"
      variant="default"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={isStatement ? 'The statement failed' : error.title}
      role="alert"
    >
      <pre className="result-message">{isStatement ? error.message : error.detail}</pre>
      <p className="result-note">
        {isStatement && <code>{error.code}</code>} Nothing was changed
        {hasRows ? '; the rows that came before are below' : ''}.
      </p>
    </Alert>
  );
}
