import type { SearchQuery } from '@backstage/plugin-search-common';
import { t } from '../translation';

/** A part of what can be found. */
export interface SearchTab {
  /** As it stands in the address. */
  id: string;
  title: string;
  types?: string[];
  /** Kinds of the entities that results are or belong to. */
  kinds?: string[];
}

export const ALL_TAB: SearchTab = {
  id: 'all',
  get title() {
    return t('searchTabs.all');
  },
};

/** What people look for; tabs for other types follow. */
const everydayTabs: SearchTab[] = [
  ALL_TAB,
  {
    id: 'software',
    get title() {
      return t('searchTabs.software');
    },
    types: ['software-catalog'],
    kinds: ['Component', 'System', 'Domain', 'Resource'],
  },
  {
    id: 'apis',
    get title() {
      return t('searchTabs.apis');
    },
    types: ['software-catalog', 'api-definition'],
    kinds: ['API'],
  },
  {
    id: 'docs',
    get title() {
      return t('searchTabs.docs');
    },
    types: ['techdocs'],
  },
  {
    id: 'templates',
    get title() {
      return t('searchTabs.templates');
    },
    types: ['software-catalog'],
    kinds: ['Template'],
  },
  {
    id: 'people',
    get title() {
      return t('searchTabs.people');
    },
    types: ['software-catalog'],
    kinds: ['User', 'Group'],
  },
];

/** A type that another plugin adds to the search. */
export interface OtherResultType {
  value: string;
  name: string;
}

/** The tabs of the page, with one for each type that no other tab shows. */
export function searchTabs(otherTypes: OtherResultType[]): SearchTab[] {
  const known = new Set(everydayTabs.flatMap(tab => tab.types ?? []));
  return [
    ...everydayTabs,
    ...otherTypes
      .filter(({ value }) => !known.has(value))
      .map(({ value, name }) => ({ id: value, title: name, types: [value] })),
  ];
}

/** The part of a query that a tab makes. */
export function tabQuery(tab: SearchTab): Pick<SearchQuery, 'types'> & {
  filters: Record<string, string[]>;
} {
  return {
    types: tab.types,
    filters: tab.kinds ? { kind: tab.kinds } : {},
  };
}
