/** What was found, as the options of the one box: grouped by what it is, each with why it is there. */
import { Combobox, Kbd } from '@mantine/core';
import { Plus, SquareTerminal } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { kindOfLabels, nodeKind, relationshipPhrase, toneOf } from '../../../graph/vocabulary.ts';
import type { SearchHit } from '../../../server/contract/api.ts';
import { keyName } from '../../commands/command.ts';
import type { Command } from '../../commands/command.ts';
import { loadedOfType, MOST_OF_TYPE, shownOfType } from '../../state/claims-of-type.ts';
import { nameOf } from '../../state/graph.ts';
import { claimSentence, sentenceText } from '../../state/sentence.ts';
import { counted } from '../../state/words.ts';
import { KindSign, LineSign } from '../signs.tsx';
import { Marked } from './marked.tsx';

type HitOf<K extends SearchHit['kind']> = SearchHit & { readonly kind: K };

const LABELS: Readonly<Record<SearchHit['kind'], string>> = {
  node: 'Actors and events',
  type: 'Kinds of claim',
  relationship: 'Claims',
};

interface HitsProps {
  readonly hits: readonly SearchHit[];
  /** What was searched for. */
  readonly query: string;
  readonly commands: readonly Command[];
  /** What was looked for among the commands. */
  readonly words: string;
  /** Called whenever other hits are there. */
  readonly onShown: () => void;
}

/** Fetched when the box has the focus, so that the first picture does not wait for it. */
export default function Hits({ hits, query, commands, words, onShown }: HitsProps) {
  useEffect(onShown, [hits, commands, onShown]);
  return (
    <>
      <HitGroups hits={hits} query={query} />
      <CommandGroup commands={commands} words={words} />
    </>
  );
}

/** The group with the best hit comes first, so that Enter takes it. */
function HitGroups({ hits, query }: { readonly hits: readonly SearchHit[]; readonly query: string }) {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <Combobox.Group key={kind} label={LABELS[kind]}>
      {hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => {
          if (hit.kind === 'node') return <NodeHit key={keyOf(hit)} hit={hit} query={query} />;
          if (hit.kind === 'type') return <TypeHit key={keyOf(hit)} hit={hit} query={query} />;
          return <ClaimHit key={keyOf(hit)} hit={hit} query={query} />;
        })}
    </Combobox.Group>
  ));
}

/** What an option stands for: `node:russia`, `relationship:…`, `type:URGED`, `add:URGED`, `command:fit`. */
const keyOf = (hit: SearchHit): string =>
  hit.kind === 'type'
    ? `type:${hit.type}`
    : hit.kind === 'node'
      ? `node:${hit.node.id}`
      : `relationship:${hit.relationship.id}`;

interface HitProps {
  readonly value: string;
  readonly sign: ReactNode;
  readonly title: ReactNode;
  readonly notes?: readonly ReactNode[];
  readonly quote?: ReactNode;
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
}

function Hit({ value, sign, title, notes = [], quote, keys = [], disabled = false }: HitProps) {
  const told = notes.filter((note) => note !== undefined && note !== false);
  return (
    <Combobox.Option value={value} className="hit" disabled={disabled}>
      {sign}
      <span className="hit-text">
        <span className="hit-title">{title}</span>
        {told.length > 0 && (
          <span className="hit-note">
            {told.map((note, at) => (
              <span key={at}>
                {at > 0 && ' · '}
                {note}
              </span>
            ))}
          </span>
        )}
        {quote !== undefined && <span className="hit-quote">“{quote}”</span>}
      </span>
      {keys.length > 0 && (
        <span className="hit-keys">
          {keys.slice(0, 2).map((key) => (
            <Kbd key={key} size="xs">
              {keyName(key)}
            </Kbd>
          ))}
        </span>
      )}
    </Combobox.Option>
  );
}

const SPELLING = 'close spelling';
/** Fields of a node that tell something beside its name. */
const TOLD = new Set(['summary', 'role', 'officialName']);

function NodeHit({ hit, query }: { readonly hit: HitOf<'node'>; readonly query: string }) {
  const { node, matched } = hit;
  const text = <Marked text={matched.text} query={query} />;
  return (
    <Hit
      value={keyOf(hit)}
      sign={<KindSign kind={kindOfLabels(node.labels)} />}
      title={<Marked text={nameOf(node)} query={query} />}
      notes={[
        nodeKind(node.labels)?.singular,
        matched.as === 'spelling' && SPELLING,
        matched.field === 'alias' && <>also called {text}</>,
        TOLD.has(matched.field) && text,
      ]}
    />
  );
}

function ClaimHit({ hit, query }: { readonly hit: HitOf<'relationship'>; readonly query: string }) {
  const { relationship, nodes, matched } = hit;
  const source = nodes.find(({ id }) => id === relationship.source);
  const target = nodes.find(({ id }) => id === relationship.target);
  if (source === undefined || target === undefined) return null;
  const text = <Marked text={matched.text} query={query} />;
  return (
    <Hit
      value={keyOf(hit)}
      sign={<LineSign tone={toneOf(relationship.type, relationship.properties['event'])} />}
      title={<Marked text={sentenceText(claimSentence(relationship, source, target))} query={query} />}
      notes={[
        matched.as === 'spelling' && SPELLING,
        matched.field === 'attributedTo' && <>according to {text}</>,
      ]}
      {...(matched.field === 'quote' && { quote: text })}
    />
  );
}

/** A type selects what is shown of it; what is not loaded is a hit of its own beside it. */
function TypeHit({
  hit: { type, count, matched },
  query,
}: {
  readonly hit: HitOf<'type'>;
  readonly query: string;
}) {
  const shown = shownOfType(type).length;
  const missing = Math.max(0, count - loadedOfType(type));
  const phrase = relationshipPhrase(type);
  const sign = <LineSign tone={toneOf(type, undefined)} />;
  const notes = [
    matched.as === 'spelling' && SPELLING,
    matched.text !== phrase && <Marked key="text" text={matched.text} query={query} />,
  ];
  const many = Math.min(missing, MOST_OF_TYPE);
  return (
    <>
      {(shown > 0 || missing === 0) && (
        <Hit
          value={`type:${type}`}
          sign={sign}
          title={<Marked text={phrase} query={query} />}
          notes={[shown === count ? counted(count, 'claim', 'claims') : `${counted(count, 'claim', 'claims')}, ${shown} on the screen`, ...notes]} // prettier-ignore
        />
      )}
      {missing > 0 && (
        <Hit
          value={`add:${type}`}
          sign={shown > 0 ? <Plus size={16} className="sign" aria-hidden /> : sign}
          title={
            shown > 0 ? (
              `Add ${many < missing ? `${many} more` : `the other ${many}`} that say “${phrase}”`
            ) : (
              <Marked text={phrase} query={query} />
            )
          }
          notes={
            shown > 0
              ? []
              : [`${counted(count, 'claim', 'claims')}, none on the screen: adds ${many === count ? 'them' : `the first ${many}`}`, ...notes] // prettier-ignore
          }
        />
      )}
    </>
  );
}

function CommandGroup({
  commands,
  words,
}: {
  readonly commands: readonly Command[];
  readonly words: string;
}) {
  if (commands.length === 0) return null;
  return (
    <Combobox.Group label="Commands">
      {commands.map(({ id, title, keys, Icon = SquareTerminal, isEnabled }) => {
        const isAble = isEnabled?.() !== false;
        return (
          <Hit
            key={id}
            value={`command:${id}`}
            sign={<Icon size={17} className="sign" aria-hidden />}
            title={<Marked text={title} query={words} />}
            notes={[!isAble && 'not now']}
            keys={keys}
            disabled={!isAble}
          />
        );
      })}
    </Combobox.Group>
  );
}
