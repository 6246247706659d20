import { useMemo } from 'react';
import { useAddressState } from '@atrium/ui';
import { z } from 'zod';

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

const addressSchema = z.object({
  query: z.string().default(''),
  tab: z.string().optional(),
  owner: z.array(z.string()).default([]),
  system: z.array(z.string()).default([]),
  pageCursor: z.string().optional(),
  'types[]': z.string().optional(),
  'types[0]': z.string().optional(),
});

/**
 * What the page shows and a function to change a part of it. Any other change
 * than turning a page goes back to the first one.
 */
export function useSearchState(): [
  SearchState,
  (change: Partial<SearchState>) => void,
] {
  const [address, changeAddress] = useAddressState(addressSchema);
  const state = useMemo(() => toState(address), [address]);
  const change = (part: Partial<SearchState>) => {
    const next = { ...state, pageCursor: undefined, ...part };
    changeAddress(
      {
        query: next.term,
        tab: next.tab === 'all' ? undefined : next.tab,
        owner: next.owners,
        system: next.systems,
        pageCursor: next.pageCursor,
        'types[]': undefined,
        'types[0]': undefined,
      },
      // A page of results is a place to come back to, a letter is not.
      { isNewEntry: 'pageCursor' in part },
    );
  };
  return [state, change];
}

function toState(address: z.output<typeof addressSchema>): SearchState {
  const type = address['types[]'] ?? address['types[0]'] ?? 'all';
  return {
    term: address.query,
    tab: address.tab ?? TABS_OF_TYPES[type] ?? type,
    owners: address.owner,
    systems: address.system,
    pageCursor: address.pageCursor,
  };
}
