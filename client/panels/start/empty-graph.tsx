/** What an empty graph begins with: the sample, a statement, or a file. */
import { Alert, Button, Code, FileButton, List, Progress, Text, Title } from '@mantine/core';
import { BookOpenText, FileUp, RotateCcw, SquareTerminal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { LoadEvent } from '../../../server/contract/api.ts';
import { fillWithSample } from '../../api.ts';
import type { ApiError } from '../../api.ts';
import { asApiError, watch } from '../../state/explore.ts';
import { toggleDrawer } from '../../state/panels.ts';
import { announce, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { loadFile } from './load-file.ts';

type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'file'; readonly name: string; readonly share: number; readonly rows: number }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** Loaded, but some rows were left out: they are shown before the picture is. */
  | { readonly kind: 'loaded'; readonly told: string };

/** Rows that were left out and are shown. */
const MOST_FAULTS = 20;

/** @param onFilled the graph holds something now, or may: look again */
export default function EmptyGraph({ onFilled }: { readonly onFilled: () => void }) {
  const mayWrite = useScreen((state) => state.health?.allowWrites === true);
  const [work, setWork] = useState<Work>({ kind: 'none' });
  const [faults, setFaults] = useState<readonly string[]>([]);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const isBusy = work.kind === 'sample' || work.kind === 'file';

  const fill = async (task: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setFaults([]);
    try {
      await task(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) {
        setWork({ kind: 'none' });
        announce('Stopped. What was loaded until then stays.');
      } else setWork({ kind: 'failed', error: asApiError(error) });
    }
  };

  const sample = (): Promise<void> =>
    fill(async (signal) => {
      setWork({ kind: 'sample' });
      await watch(fillWithSample(signal));
      onFilled();
    });

  const file = (chosen: File | null): void => {
    if (chosen === null) return;
    void fill(async (signal) => {
      const { name } = chosen;
      setWork({ kind: 'file', name, share: 0, rows: 0 });
      const note = (event: LoadEvent): void => {
        if (event.event === 'progress')
          setWork({
            kind: 'file',
            name,
            share: event.bytes / Math.max(1, event.totalBytes),
            rows: event.rows,
          });
        if (event.event === 'fault') setFaults((before) => [...before, event.text].slice(0, MOST_FAULTS));
      };
      const done = await watch(loadFile(chosen, note, signal));
      const told = `${counted(done.claims, 'claim', 'claims')} and ${counted(done.actors, 'actor', 'actors')} loaded from ${name}.`;
      announce(told);
      if (done.faults === 0) onFilled();
      else
        setWork({
          kind: 'loaded',
          told: `${told} ${counted(done.faults, 'row was', 'rows were')} left out.`,
        });
    });
  };

  return (
    <section className="notice start" aria-label="An empty graph">
      <Title order={2} size="h3">
        This graph is empty
      </Title>
      <Text c="dimmed">Three ways to begin:</Text>
      <Way title="The sample" Icon={BookOpenText}>
        <Text>
          Two articles on the Moscow talks on Afghanistan, 20 October 2021: who took part, who asked what of
          whom, each claim with its words.
        </Text>
        {mayWrite ? (
          <Button loading={work.kind === 'sample'} disabled={isBusy} onClick={() => void sample()}>
            Load the sample
          </Button>
        ) : (
          <Text c="dimmed">
            Start the server without <Code>--no-seed</Code>: an empty graph is then filled with it.
          </Text>
        )}
      </Way>
      <Way title="A statement" Icon={SquareTerminal}>
        <Text>
          {mayWrite
            ? 'Make nodes and relationships in Cypher.'
            : 'Ask the graph in Cypher; this server only reads.'}
        </Text>
        <Button variant="default" disabled={isBusy} onClick={() => toggleDrawer('console', true)}>
          Open the console
        </Button>
      </Way>
      <Way title="A file" Icon={FileUp}>
        <Text>
          Dated events in tab-separated columns, as GDELT is published: <Code>source</Code>{' '}
          <Code>relation</Code> <Code>target</Code> <Code>date</Code>, gzipped or not.
        </Text>
        {mayWrite ? (
          <FileButton onChange={file} accept=".tsv,.txt,.gz,text/tab-separated-values,application/gzip">
            {(props) => (
              <Button variant="default" disabled={isBusy} {...props}>
                Choose a file
              </Button>
            )}
          </FileButton>
        ) : (
          <Text c="dimmed">
            Run <Code>npm run load -- FILE.tsv.gz</Code>, or start the server with <Code>--allow-writes</Code>
            .
          </Text>
        )}
        {work.kind === 'file' && (
          <div className="start-progress">
            <Progress value={work.share * 100} aria-label={`Loading ${work.name}`} />
            <Text size="sm" c="dimmed">
              {work.rows === 0 ? `Sending ${work.name} …` : `${counted(work.rows, 'row', 'rows')} so far`}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => running.current?.abort()}>
              Stop
            </Button>
          </div>
        )}
      </Way>
      {work.kind === 'failed' && (
        <Alert color="orange" role="alert" title={work.error.title}>
          {work.error.detail}
        </Alert>
      )}
      {work.kind === 'loaded' && (
        <Alert color="orange" role="alert" title={work.told}>
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
          <Button mt="sm" onClick={onFilled}>
            Show the graph
          </Button>
        </Alert>
      )}
      <Button
        variant="subtle"
        disabled={isBusy}
        leftSection={<RotateCcw size={16} aria-hidden />}
        onClick={onFilled}
      >
        Look again
      </Button>
    </section>
  );
}

function Way({
  title,
  Icon,
  children,
}: {
  readonly title: string;
  readonly Icon: typeof FileUp;
  readonly children: ReactNode;
}) {
  return (
    <section className="start-way">
      <Icon size={20} aria-hidden />
      <div>
        <Title order={3} size="h5">
          {title}
        </Title>
        {children}
      </div>
    </section>
  );
}
