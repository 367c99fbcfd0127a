/** The one box: actors by name or alias, claims by their words; Enter goes there. */
import { ActionIcon, Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { kindOfLabels, nodeKind, toneOf } from '../../../graph/vocabulary.ts';
import type { SearchHit } from '../../../server/contract/api.ts';
import { fetchSearch } from '../../api.ts';
import type { ApiError } from '../../api.ts';
import { KindSign, LineSign } from '../signs.tsx';
import { shownPicture } from '../../picture/shown.ts';
import type { Element } from '../../state/element.ts';
import { asApiError, goTo, watch } from '../../state/explore.ts';
import { nameOf } from '../../state/graph.ts';
import { announce } from '../../state/screen.ts';
import { claimSentence, sentenceText } from '../../state/sentence.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';
import { SEARCH_ID } from './focus.ts';
import { Marked } from './marked.tsx';

const LIMIT = 24;
const TYPING_MS = 140;

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'hits'; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'failed'; readonly query: string; readonly error: ApiError };

export function SearchBox() {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), TYPING_MS);
  const [held, setHeld] = useState<Found>({ kind: 'none' });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption } = combobox;
  const found: Found = query === '' ? { kind: 'none' } : held;
  const isBusy = query !== '' && (held.kind === 'none' || held.query !== query);

  useEffect(() => {
    if (query === '') return;
    const controller = new AbortController();
    const settle = (outcome: Found): void => {
      if (!controller.signal.aborted) setHeld(outcome);
    };
    watch(fetchSearch(query, LIMIT, controller.signal)).then(
      ({ hits }) => {
        settle({ kind: 'hits', query, hits });
        announce(
          hits.length === 0
            ? `Nothing found for ${query}.`
            : `${counted(hits.length, 'result', 'results')} for ${query}.`,
        );
        return hits;
      },
      (error: unknown) => settle({ kind: 'failed', query, error: asApiError(error) }),
    );
    return () => controller.abort();
  }, [query]);

  useEffect(() => {
    // Enter takes the best hit: it is the one that is marked
    if (held.kind === 'hits' && held.hits.length > 0) selectFirstOption();
  }, [held, selectFirstOption]);

  const go = (value: string): void => {
    const hit = found.kind === 'hits' ? found.hits.find((each) => keyOf(each) === value) : undefined;
    if (hit === undefined || hit.kind === 'type') return;
    const element = elementOf(hit);
    combobox.closeDropdown();
    setText('');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    goTo(element).then(
      () => shownPicture()?.goTo(element),
      (error: unknown) => notifyFailure('It could not be shown', error),
    );
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={go}
      withinPortal={false}
      offset={6}
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={SEARCH_ID}
          className="search"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input: the role tells that it has a list
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={combobox.dropdownOpened}
          aria-controls={combobox.listId ?? undefined}
          aria-label="Search actors and claims"
          placeholder="Search actors, events and the words of claims"
          size="md"
          value={text}
          autoComplete="off"
          spellCheck={false}
          leftSection={<Search size={17} aria-hidden />}
          rightSectionWidth={text === '' ? 64 : 38}
          rightSection={
            isBusy ? (
              <Loader size={16} />
            ) : text === '' ? (
              <Kbd size="xs" visibleFrom="sm" aria-hidden>
                /
              </Kbd>
            ) : (
              <ActionIcon variant="subtle" color="gray" aria-label="Clear search" onClick={() => setText('')}>
                <X size={16} aria-hidden />
              </ActionIcon>
            )
          }
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (text === '') event.currentTarget.blur();
            setText('');
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.kind === 'none'} className="search-results">
        <Combobox.Options aria-label="Results" mah="min(60vh, 520px)" style={{ overflowY: 'auto' }}>
          {found.kind === 'failed' && (
            <Combobox.Empty>
              {found.error.title}. {found.error.detail}
            </Combobox.Empty>
          )}
          {found.kind === 'hits' && found.hits.length === 0 && (
            <Combobox.Empty>
              Nothing here is called “{found.query}”, and no claim uses these words. Try fewer words, or
              another spelling.
            </Combobox.Empty>
          )}
          {found.kind === 'hits' && <Groups hits={found.hits} query={found.query} />}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Groups({ hits, query }: { readonly hits: readonly SearchHit[]; readonly query: string }) {
  const nodes = hits.filter((hit) => hit.kind === 'node');
  const claims = hits.filter((hit) => hit.kind === 'relationship');
  const actors = nodes.length > 0 && (
    <Combobox.Group key="nodes" label="Actors and events">
      {nodes.map((hit) => (
        <NodeHit key={keyOf(hit)} hit={hit} query={query} />
      ))}
    </Combobox.Group>
  );
  const said = claims.length > 0 && (
    <Combobox.Group key="claims" label="Claims">
      {claims.map((hit) => (
        <ClaimHit key={keyOf(hit)} hit={hit} query={query} />
      ))}
    </Combobox.Group>
  );
  // the group with the best hit comes first, so that Enter takes it
  return hits[0]?.kind === 'relationship' ? [said, actors] : [actors, said];
}

function NodeHit({ hit, query }: { readonly hit: SearchHit & { kind: 'node' }; readonly query: string }) {
  const { node, matched } = hit;
  const kind = nodeKind(node.labels);
  return (
    <Combobox.Option value={keyOf(hit)} className="hit">
      <KindSign kind={kindOfLabels(node.labels)} />
      <span className="hit-text">
        <span className="hit-title">
          <Marked text={nameOf(node)} query={query} />
        </span>
        <span className="hit-note">
          {kind?.singular}
          {matched.field === 'alias' && (
            <>
              {' '}
              · also known as <Marked text={matched.text} query={query} />
            </>
          )}
          {['summary', 'role', 'officialName'].includes(matched.field) && (
            <>
              {' '}
              · <Marked text={matched.text} query={query} />
            </>
          )}
        </span>
      </span>
    </Combobox.Option>
  );
}

function ClaimHit({
  hit,
  query,
}: {
  readonly hit: SearchHit & { kind: 'relationship' };
  readonly query: string;
}) {
  const { relationship, nodes, matched } = hit;
  const source = nodes.find(({ id }) => id === relationship.source);
  const target = nodes.find(({ id }) => id === relationship.target);
  if (source === undefined || target === undefined) return null;
  return (
    <Combobox.Option value={keyOf(hit)} className="hit">
      <LineSign tone={toneOf(relationship.type, relationship.properties['event'])} />
      <span className="hit-text">
        <span className="hit-title">
          <Marked text={sentenceText(claimSentence(relationship, source, target))} query={query} />
        </span>
        {matched.field === 'quote' && (
          <span className="hit-quote">
            “<Marked text={matched.text} query={query} />”
          </span>
        )}
      </span>
    </Combobox.Option>
  );
}

function elementOf(hit: Exclude<SearchHit, { kind: 'type' }>): Element {
  return hit.kind === 'node'
    ? { kind: 'node', id: hit.node.id }
    : { kind: 'relationship', id: hit.relationship.id };
}

const keyOf = (hit: SearchHit): string =>
  hit.kind === 'type' ? `type:${hit.type}` : `${hit.kind}:${elementOf(hit).id}`;
