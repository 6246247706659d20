/** What the search page shows. All of it stands in the address. */
export interface SearchState {
  term: string;
  /** Id of the tab. */
  tab: string;
  /** References. */
  owners: string[];
  /** References. */
  systems: string[];
  /** Undefined for the first page. */
  pageCursor: string | undefined;
}

/** Types of the stock search page, which links of others still name. */
const TABS_OF_TYPES: Record<string, string> = {
  techdocs: 'docs',
  'software-catalog': 'software',
  'api-definition': 'apis',
};

export function readSearchState(params: URLSearchParams): SearchState {
  const type = params.get('types[]') ?? params.get('types[0]');
  return {
    term: params.get('query') ?? '',
    tab:
      params.get('tab') ??
      (type === null ? 'all' : TABS_OF_TYPES[type] ?? type),
    owners: params.getAll('owner'),
    systems: params.getAll('system'),
    pageCursor: params.get('pageCursor') ?? undefined,
  };
}

export function writeSearchState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.term) {
    params.set('query', state.term);
  }
  if (state.tab !== 'all') {
    params.set('tab', state.tab);
  }
  state.owners.forEach(owner => params.append('owner', owner));
  state.systems.forEach(system => params.append('system', system));
  if (state.pageCursor) {
    params.set('pageCursor', state.pageCursor);
  }
  return params;
}
