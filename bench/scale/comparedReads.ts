import type { Limit } from '../report/Figure.ts';

/** The same question to both portals, in the requests that each needs for it. */
export interface ComparedRead {
  name: string;
  /** Paths that are asked at once, as a page asks them; each round differs. */
  atrium(round: number): string[];
  stock(round: number): string[];
  limit?: Limit;
}

const COMPONENTS = 'filter=kind=component';
const OWNED = `${COMPONENTS},relations.ownedBy=group:default/team-1`;

/** What the stock catalog page asks for one list with its filters and counts. */
const STOCK_CATALOG_PAGE = [
  `/api/catalog/entities/by-query?${COMPONENTS}&limit=20&orderField=metadata.name,asc`,
  `/api/catalog/entities/by-query?${OWNED}&limit=0`,
  ...[
    'kind',
    'spec.type',
    'spec.lifecycle',
    'relations.ownedBy',
    'metadata.tags',
    'metadata.namespace',
  ].map(facet => `/api/catalog/entity-facets?facet=${facet}&${COMPONENTS}`),
];

/** A component that is asked for once in a run. */
const componentOf = (round: number) => `service-${1 + round * 7}`;

const same = (
  name: string,
  paths: ComparedRead['atrium'],
  limit?: Limit,
): ComparedRead => ({ name, atrium: paths, stock: paths, limit });

export const comparedReads: ComparedRead[] = [
  {
    name: 'catalog page: rows, counts and filters',
    atrium: () => ['/api/entity-summary/entities?kind=component&limit=20'],
    stock: () => STOCK_CATALOG_PAGE,
    limit: { kind: 'ratio', maximum: 0.5 },
  },
  same('stock list of components, with its total', () => [
    STOCK_CATALOG_PAGE[0],
  ]),
  same('stock facets of owners', () => [
    `/api/catalog/entity-facets?facet=relations.ownedBy&${COMPONENTS}`,
  ]),
  same('an entity by its name', round => [
    `/api/catalog/entities/by-name/component/default/${componentOf(round)}`,
  ]),
  same(
    'search for a name',
    round => [`/api/search/query?term=${componentOf(round)}`],
    { kind: 'ratio', maximum: 1 },
  ),
];
