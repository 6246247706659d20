import { type ApiFilters, FILTER_KEYS, noFilters } from './apiFilters';
import { type ApiSort, SORT_COLUMNS } from './sortApis';

/** What the page of APIs shows; all of it is in the address. */
export interface BrowserState {
  query: string;
  filters: ApiFilters;
  /** Only APIs of the signed-in person and their groups. */
  isMine: boolean;
  /** Best match first while there is a query, otherwise by name. */
  sort?: ApiSort;
  /** Counted from 0. */
  page: number;
}

/** Reads the state from the parameters of an address. */
export function readState(params: URLSearchParams): BrowserState {
  const filters = { ...noFilters };
  for (const key of FILTER_KEYS) {
    filters[key] = params.getAll(key);
  }
  const page = Number(params.get('page') ?? 1);
  return {
    query: params.get('q') ?? '',
    filters,
    isMine: params.get('mine') === 'true',
    sort: readSort(params.get('sort') ?? ''),
    page: Number.isInteger(page) && page > 1 ? page - 1 : 0,
  };
}

/** Writes the state into parameters, leaving out what is usual. */
export function writeState(state: BrowserState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.query) {
    params.set('q', state.query);
  }
  if (state.isMine) {
    params.set('mine', 'true');
  }
  for (const key of FILTER_KEYS) {
    for (const value of state.filters[key]) {
      params.append(key, value);
    }
  }
  if (state.sort) {
    const sign = state.sort.direction === 'descending' ? '-' : '';
    params.set('sort', `${sign}${state.sort.column}`);
  }
  if (state.page > 0) {
    params.set('page', String(state.page + 1));
  }
  return params;
}

function readSort(text: string): ApiSort | undefined {
  const name = text.replace(/^-/, '');
  const column = SORT_COLUMNS.find(candidate => candidate === name);
  return (
    column && {
      column,
      direction: text.startsWith('-') ? 'descending' : 'ascending',
    }
  );
}
