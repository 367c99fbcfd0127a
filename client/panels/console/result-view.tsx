/** What became of a statement: its rows as a table, for the picture, or as JSON, its plan; or why it failed. */
import { Alert, Button, Loader, Tabs } from '@mantine/core';
import { CircleStop, TriangleAlert } from 'lucide-react';
import { counted } from '../../state/words.ts';
import { ExportQuery } from './export-query.tsx';
import { ResultJson } from './result-json.tsx';
import { ResultPicture } from './result-picture.tsx';
import { ResultPlan } from './result-plan.tsx';
import { ResultTable } from './result-table.tsx';
import { WRITES } from './run-on-screen.ts';
import { StatementError, TOO_LONG } from './run-statement.ts';
import { run, setSource } from './session.ts';
import type { Outcome, Result, Source } from './session.ts';

export function ResultView({ result }: { readonly result: Result }) {
  const { fields, rows, outcome } = result;
  const plan = outcome.kind === 'done' ? outcome.summary.plan : null;
  // EXPLAIN runs nothing: its plan is all there is to see
  const first = plan !== null && rows.length === 0 ? 'plan' : 'table';
  const hasTabs = fields.length > 0 || plan !== null;
  return (
    <div className="result">
      {outcome.kind === 'failed' && <Failure error={outcome.error} result={result} />}
      {hasTabs && (
        <Tabs defaultValue={first} key={first} className="result-tabs" keepMounted={false}>
          <div className="result-head">
            <Tabs.List>
              <Tabs.Tab value="table">Table</Tabs.Tab>
              <Tabs.Tab value="picture">Picture</Tabs.Tab>
              <Tabs.Tab value="json">JSON</Tabs.Tab>
              {plan !== null && <Tabs.Tab value="plan">Plan</Tabs.Tab>}
            </Tabs.List>
            <Status result={result} />
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
          {plan !== null && (
            <Tabs.Panel value="plan" className="result-panel">
              <ResultPlan plan={plan} />
            </Tabs.Panel>
          )}
        </Tabs>
      )}
      {!hasTabs && outcome.kind !== 'failed' && <Status result={result} />}
      {outcome.kind === 'done' && <Notes outcome={outcome} result={result} />}
    </div>
  );
}

function Status({ result: { outcome, rows, source } }: { readonly result: Result }) {
  const count = counted(rows.length, 'row', 'rows');
  return (
    <output className="result-status">
      {outcome.kind === 'running' && (
        <>
          <Loader size={12} aria-hidden /> {rows.length === 0 ? 'Running…' : `${count} so far…`}
        </>
      )}
      {outcome.kind === 'done' &&
        `${count} in ${Math.max(1, Math.round(outcome.ms)).toLocaleString('en')} ms`}
      {outcome.kind === 'stopped' && (
        <>
          <CircleStop size={14} aria-hidden /> Stopped{source === 'store' && ', in the store too,'} after{' '}
          {count}
        </>
      )}
      {outcome.kind === 'failed' && `${count} before it failed`}
    </output>
  );
}

function Notes({
  outcome,
  result: { source, rows, statement },
}: {
  readonly outcome: Extract<Outcome, { kind: 'done' }>;
  readonly result: Result;
}) {
  const { counters, notifications, plan } = outcome.summary;
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
          The page keeps the first {counted(rows.length, 'row', 'rows')} and stopped the statement there. Add
          a LIMIT, or export the query to have everything.{' '}
          {source === 'store' && <ExportQuery statement={statement} />}
        </p>
      )}
      {source === 'screen' && rows.length === 0 && plan === null && (
        <div className="result-elsewhere">
          <p>Nothing on the screen matches.</p>
          <AskInstead source="store" />
        </div>
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
  result: { rows, source, statement },
}: {
  readonly error: Extract<Outcome, { kind: 'failed' }>['error'];
  readonly result: Result;
}) {
  const isStatement = error instanceof StatementError;
  const writes = source === 'screen' && isStatement && error.code === WRITES;
  return (
    <Alert
      className="result-failure"
      variant="default"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={writes ? 'The picture is read-only' : isStatement ? 'The statement failed' : error.title}
      role="alert"
    >
      <pre className="result-message">{isStatement ? error.message : error.detail}</pre>
      {writes && (
        <p className="result-note">
          To take something off the screen, select it and press Delete; to put something on it, ask the whole
          graph and add the result. To change the graph itself, ask the whole graph, on a server that was
          started with <code>--allow-writes</code>.
        </p>
      )}
      <p className="result-note">
        {isStatement && <code>{error.code}</code>} Nothing was changed
        {rows.length > 0 ? '; the rows that came before are below' : ''}.
      </p>
      {!isStatement && error.status === TOO_LONG && <ExportQuery statement={statement} />}
      {source === 'store' && !isStatement && error.isAway && <AskInstead source="screen" />}
    </Alert>
  );
}

/** Asks the same of the other. */
function AskInstead({ source }: { readonly source: Source }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        setSource(source);
        void run();
      }}
    >
      {source === 'store' ? 'Ask the whole graph' : 'Ask what is on the screen'}
    </Button>
  );
}
