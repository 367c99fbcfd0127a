/** The one box: actors by name or alias, claims by their words, kinds of claim, commands; Enter goes there, or does it. */
import { ActionIcon, Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { SearchHit } from '../../../server/contract/api.ts';
import { fetchSearch } from '../../api.ts';
import type { ApiError } from '../../api.ts';
import { commandOf, COMMANDS } from '../../commands/registry.ts';
import { runCommand } from '../../commands/run-command.ts';
import { shownPicture } from '../../picture/shown.ts';
import type { Element } from '../../state/element.ts';
import { asApiError, goTo, watch } from '../../state/explore.ts';
import { announce } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';
import { SEARCH_ID } from './focus.ts';
import { commandWords, foundCommands } from './found-commands.ts';

const loadHits = () => import('./hits.tsx');
const Hits = lazy(loadHits);
const NO_HITS: readonly SearchHit[] = [];

const LIMIT = 24;
const TYPING_MS = 140;

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'hits'; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'failed'; readonly query: string; readonly error: ApiError };

export function SearchBox() {
  const [text, setText] = useState('');
  const words = commandWords(text);
  const commands = useMemo(() => foundCommands(text, COMMANDS), [text]);
  const [query] = useDebouncedValue(words === null ? text.trim() : '', TYPING_MS);
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
        const count = hits.length + foundCommands(query, COMMANDS).length;
        announce(
          count === 0
            ? `Nothing found for ${query}.`
            : `${counted(count, 'result', 'results')} for ${query}.`,
        );
        return hits;
      },
      (error: unknown) => settle({ kind: 'failed', query, error: asApiError(error) }),
    );
    return () => controller.abort();
  }, [query]);

  // Enter takes the best hit: it is the one that is marked
  const markFirst = useCallback(() => void selectFirstOption(), [selectFirstOption]);

  useEffect(() => {
    if (words === null) return;
    announce(`${counted(commands.length, 'command', 'commands')}.`);
  }, [words, commands]);

  const go = (value: string): void => {
    combobox.closeDropdown();
    setText('');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const [kind, id] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)];
    if (kind === 'command') runCommand(commandOf(id));
    else if (kind === 'type' || kind === 'add')
      ofType(kind, id).catch((error: unknown) => notifyFailure('Nothing was added', error));
    else if (kind === 'node' || kind === 'relationship') show({ kind, id });
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
          onFocus={() => {
            void loadHits().catch(() => undefined);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (text === '') event.currentTarget.blur();
            setText('');
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown
        hidden={found.kind === 'none' && commands.length === 0 && words === null}
        className="search-results"
      >
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
          {words !== null && commands.length === 0 && (
            <Combobox.Empty>No command is called “{words}”.</Combobox.Empty>
          )}
          <Suspense fallback={null}>
            <Hits
              hits={found.kind === 'hits' ? found.hits : NO_HITS}
              query={query}
              commands={commands}
              words={words ?? text}
              onShown={markFirst}
            />
          </Suspense>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function show(element: Element): void {
  goTo(element).then(
    () => shownPicture()?.goTo(element),
    (error: unknown) => notifyFailure('It could not be shown', error),
  );
}

async function ofType(kind: 'type' | 'add', type: string): Promise<void> {
  const { addOfType, selectType } = await import('../../state/claims-of-type.ts');
  if (kind === 'add') await addOfType(type);
  else selectType(type);
}
