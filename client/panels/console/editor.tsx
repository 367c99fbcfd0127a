/** The Cypher editor: CodeMirror, told where an error is. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { fetchSchema } from '../../api.ts';
import type { SchemaReply } from '../../../server/contract/api.ts';
import { screenSchema } from '../../state/screen-schema.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { completeCypher } from './completions.ts';
import { cypher, cypherHighlighting } from './cypher-mode.ts';
import { run, setStatement, stop, useConsole } from './session.ts';
import { toggleDrawer } from '../../state/panels.ts';
import { StatementError } from './run-statement.ts';

/** The id of what is typed into, for the shortcut that goes there. */
export const EDITOR_ID = 'cypher-editor';

export function Editor() {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  useEffect(() => {
    if (place.current === null) return;
    let schema: SchemaReply | null = null;
    const controller = new AbortController();
    // without it the editor proposes what is on the screen; what is away is told elsewhere
    fetchSchema(controller.signal).then(
      (reply) => (schema = reply),
      () => undefined,
    );
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: useConsole.getState().statement,
        extensions: [
          keymap.of([
            { key: 'Mod-Enter', run: runStatement },
            { key: 'Mod-ArrowUp', run: (target) => recall(target, 1) },
            { key: 'Mod-ArrowDown', run: (target) => recall(target, -1) },
          ]),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          // last, so that Escape first closes what is open in the editor
          keymap.of([{ key: 'Escape', run: escape }]),
          history(),
          cypher,
          cypherHighlighting,
          bracketMatching(),
          closeBrackets(),
          autocompletion({ override: [completeCypher(() => schemaOf(schema))], icons: false }),
          lintGutter(),
          placeholder('MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 25'),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ id: EDITOR_ID, 'aria-label': 'Cypher statement' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) setStatement(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    // who opens the console wants to write; on a phone that would call up the keyboard over half the screen
    if (matchMedia('(hover: hover)').matches) editor.focus();
    return () => {
      controller.abort();
      editor.destroy();
    };
  }, []);

  // a statement that was chosen elsewhere (an example, the history) takes the place of what is written
  const statement = useConsole((state) => state.statement);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === statement) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: statement } });
  }, [statement]);

  const result = useConsole((state) => state.result);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const error = result?.outcome.kind === 'failed' ? result.outcome.error : null;
    const isHere =
      error instanceof StatementError &&
      error.offset !== null &&
      result?.statement === editor.state.doc.toString();
    editor.dispatch(setDiagnostics(editor.state, isHere ? [diagnosticOf(error, editor.state)] : []));
  }, [result]);

  return <div className="console-editor" ref={place} />;
}

let counted: { readonly revision: number; readonly schema: SchemaReply } | null = null;

/** What is proposed: of the whole graph, where that is asked and known, else of what is on the screen. */
function schemaOf(whole: SchemaReply | null): SchemaReply {
  if (whole !== null && useConsole.getState().source === 'store') return whole;
  const { revision } = useScreen.getState();
  if (counted?.revision !== revision) counted = { revision, schema: screenSchema(graph) };
  return counted.schema;
}

/** Underlines the word at the fault; at the end of the statement, its last character. */
function diagnosticOf(error: StatementError, state: EditorState) {
  const offset = Math.min(error.offset ?? 0, Math.max(0, state.doc.length - 1));
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(state.sliceDoc(offset, offset + 200))?.[0].length ?? 1;
  return {
    from: offset,
    to: Math.min(state.doc.length, offset + word),
    severity: 'error' as const,
    message: error.message.split('\n')[0] ?? '',
  };
}

/** Proposals that are still open would lie over the result. */
function runStatement(editor: EditorView): boolean {
  closeCompletion(editor);
  void run();
  return true;
}

function escape(): boolean {
  if (useConsole.getState().result?.outcome.kind === 'running') stop();
  else toggleDrawer('console', false);
  return true;
}

/** Puts an earlier (1) or later (-1) statement of the history into the editor. */
function recall(editor: EditorView, step: 1 | -1): boolean {
  const { history: statements } = useConsole.getState();
  const at = statements.indexOf(editor.state.doc.toString());
  const next = statements[at + step];
  if (next !== undefined) setStatement(next);
  return true;
}
