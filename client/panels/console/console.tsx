/** The Cypher console: a drawer at the bottom, loaded when it is first opened. */
import './console.css';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { BookOpen, Clock, Download, Play, Square, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fetchQueries } from '../../api.ts';
import type { QueriesReply } from '../../../server/contract/api.ts';
import { useCover } from '../cover.ts';
import { matchOnScreen, warmScreenEngine } from '../../state/ask-screen.ts';
import { exportElements, exportStatement } from '../export/export-gexf.ts';
import { notifyFailure } from '../status/notify.tsx';
import { Editor } from './editor.tsx';
import { ResultView } from './result-view.tsx';
import { SourceChoice, SourceNote } from './source-choice.tsx';
import { run, setStatement, stop, useConsole } from './session.ts';
import { toggleDrawer } from '../../state/panels.ts';

const WARM_MS = 400;

export default function Console() {
  const result = useConsole((state) => state.result);
  const isRunning = result?.outcome.kind === 'running';
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useMediaQuery('(max-width: 48em)', window.innerWidth < 768, {
    getInitialValueInEffect: false,
  });
  useCover(ref, isNarrow ? null : 'bottom');
  useEffect(() => {
    // once the console itself has come: it may be wanted when the server is away
    const later = setTimeout(warmScreenEngine, WARM_MS);
    return () => clearTimeout(later);
  }, []);

  return (
    <section className="console drawer" ref={ref} aria-label="Cypher console">
      <div className="console-head">
        <h2 className="console-title">Cypher</h2>
        <SourceChoice />
        <QuestionsMenu />
        <HistoryMenu />
        <SourceNote />
        <div className="console-actions">
          <Button
            data-tip="What this query gives, as a GEXF file"
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Download size={15} aria-hidden />}
            onClick={() => void exportWritten()}
          >
            Export GEXF
          </Button>
          {isRunning ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Square size={14} aria-hidden />}
              onClick={stop}
            >
              Stop
            </Button>
          ) : (
            <Button
              data-tip="Ctrl Enter, or ⌘ Enter"
              size="compact-sm"
              leftSection={<Play size={14} aria-hidden />}
              onClick={() => void run()}
            >
              Run
            </Button>
          )}
          <ActionIcon
            data-tip="Close the console"
            variant="subtle"
            color="gray"
            aria-label="Close the console"
            onClick={() => toggleDrawer('console', false)}
          >
            <X size={18} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <div className="console-body">
        <Editor />
        {result === null ? <Hint /> : <ResultView result={result} />}
      </div>
    </section>
  );
}

function Hint() {
  const source = useConsole((state) => state.source);
  return (
    <p className="console-hint">
      {source === 'store'
        ? 'Run a statement to see its rows here; what it returns of the graph can be added to the picture. Choose a question to begin with.'
        : 'Only what is drawn is asked, in this page: nothing is sent, and it works without the server. What matches can be brought out in the picture. Evidence and sources are seldom drawn: ask the whole graph for them.'}
    </p>
  );
}

/** What is written in the editor as a file: all that it gives of the whole graph, or what it gives of the picture as it is drawn. */
async function exportWritten(): Promise<void> {
  const { statement, source } = useConsole.getState();
  if (source === 'store') return exportStatement(statement);
  try {
    const { nodes, relationships } = await matchOnScreen(statement);
    await exportElements(nodes, relationships);
  } catch (error) {
    notifyFailure('It could not be exported', error);
  }
}

/** Questions to begin with, from `cypher/queries/questions/`. */
function QuestionsMenu() {
  const [questions, setQuestions] = useState<QueriesReply['questions']>([]);
  useEffect(() => {
    const controller = new AbortController();
    fetchQueries(controller.signal).then(
      (reply) => setQuestions(reply.questions),
      // the console works without them; that the server is away is told elsewhere
      () => undefined,
    );
    return () => controller.abort();
  }, []);
  if (questions.length === 0) return null;
  return (
    <Menu position="top-start" shadow="md" width={380}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<BookOpen size={15} aria-hidden />}
        >
          Questions
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="console-menu">
        {questions.map(({ name, summary, statement }) => (
          <Menu.Item key={name} onClick={() => choose(`// ${summary}\n${statement}`)}>
            {summary}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function HistoryMenu() {
  const history = useConsole((state) => state.history);
  if (history.length === 0) return null;
  return (
    <Menu position="top-start" shadow="md" width={420}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<Clock size={15} aria-hidden />}>
          History
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="console-menu">
        {history.slice(0, 20).map((statement) => (
          <Menu.Item key={statement} className="console-past" onClick={() => choose(statement)}>
            {statement}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function choose(statement: string): void {
  setStatement(statement);
  void run();
}
