/** What the reader does with filters and with the timeline; each can be undone. */
import type { Filterable } from './filterable.ts';
import type { Filter } from './filters.ts';
import { act } from './history.ts';
import { announce, useScreen } from './screen.ts';
import type { Timespan } from './period.ts';
import { filteredOut } from './filter-counts.ts';
import type { FilteredOut } from './filter-counts.ts';
import { capitalised, counted } from './words.ts';

/** What a filter is about, in words: "Date precision", "Number of claims". */
export function filterTitle({ on, of, property }: Pick<Filter, 'on' | 'of' | 'property'>): string {
  if (of === 'claims') return 'Number of claims';
  if (of === 'kind') return on === 'node' ? 'Kind' : 'Verb';
  return capitalised(
    property
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replaceAll('_', ' ')
      .trim()
      .toLowerCase(),
  );
}

/** A new filter that lets everything through. */
export function newFilter({ on, of, property, kinds }: Filterable, kind = kinds[0]): Filter {
  const base = { id: crypto.randomUUID(), on, property, keepsMissing: true, ...(of !== undefined && { of }) };
  switch (kind) {
    case 'category':
      return { ...base, kind, values: [], isExcept: true };
    case 'number':
    case 'date':
      return { ...base, kind, from: null, to: null };
    default:
      return { ...base, kind: 'text', contains: '' };
  }
}

const filters = (): readonly Filter[] => useScreen.getState().settings.filters;

const setFilters = (title: string, next: readonly Filter[], isMore = false): void => {
  act(title, { kind: 'set', settings: { filters: [...next] } }, { continues: isMore });
};

export function addFilter(filter: Filter): void {
  setFilters(`Add the filter ${filterTitle(filter)}`, [...filters(), filter]);
}

export function removeFilter(filter: Filter): void {
  setFilters(
    `Remove the filter ${filterTitle(filter)}`,
    filters().filter(({ id }) => id !== filter.id),
  );
  sayFilteredOut();
}

/** @param isMore goes on with what the last change began: one drag, or one word that is typed, is one step */
export function changeFilter(filter: Filter, isMore = false): void {
  const next = filters().map((each) => (each.id === filter.id ? filter : each));
  setFilters(`Filter by ${filterTitle(filter)}`, next, isMore);
}

export function switchFilter(filter: Filter, isOn: boolean): void {
  const next = filters().map((each) => (each.id === filter.id ? { ...each, isOff: !isOn } : each));
  setFilters(`Switch the filter ${filterTitle(filter)} ${isOn ? 'on' : 'off'}`, next);
  sayFilteredOut();
}

/** Everything that is loaded and not hidden by hand is shown again. */
export function clearFilters(): void {
  act('Clear the filters', { kind: 'set', settings: { filters: [], period: null } });
  announce('Nothing is filtered out.');
}

/** Filters that are on, the timeline's period among them. */
export const activeFilters = (): number => {
  const { settings } = useScreen.getState();
  return settings.filters.filter(({ isOff }) => isOff !== true).length + (settings.period === null ? 0 : 1);
};

/** @param isMore goes on with what the last change began */
export function setPeriod(period: Timespan | null, isMore = false): void {
  act('Look at a span of time', { kind: 'set', settings: { period } }, { continues: isMore });
}

/** "12 of 293 claims and 3 of 120 actors and events are filtered out"; empty where nothing is. */
export function filteredOutText({ nodes, ofNodes, relationships, ofRelationships }: FilteredOut): string {
  const parts = [
    relationships > 0 && `${format(relationships)} of ${counted(ofRelationships, 'claim', 'claims')}`,
    nodes > 0 && `${format(nodes)} of ${counted(ofNodes, 'actor or event', 'actors and events')}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  return `${parts.join(' and ')} ${nodes + relationships === 1 ? 'is' : 'are'} filtered out`;
}

const NUMBERS = new Intl.NumberFormat('en');
const format = (number: number): string => NUMBERS.format(number);

/** Says to people who do not see the picture what is filtered out now. */
export function sayFilteredOut(): void {
  const text = filteredOutText(filteredOut());
  announce(text === '' ? 'Nothing is filtered out.' : `${text}.`);
}
