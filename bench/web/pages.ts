import type { Portal } from '../portals/Portal.ts';

/** A page of the portals, under an address of each. */
export interface ComparedPage {
  name: string;
  /** Stock has none for what only plugins of ours show. */
  path: { Atrium: string; stock?: string };
  /** What is there once the page shows what it is for. */
  content: string;
}

const SERVICE = '/catalog/default/component/payment-service';

/** Leads from a list to the entity page, in both. */
export const ENTITY_LINK = `table a[href$="${SERVICE}"]`;

export const catalogPage: ComparedPage = {
  name: 'catalog page',
  // Both show what is hers; the template makes the catalog its first page.
  path: { Atrium: '/catalog?owner=mine', stock: '/' },
  content: ENTITY_LINK,
};

export const entityPage: ComparedPage = {
  name: 'entity page',
  path: { Atrium: SERVICE, stock: SERVICE },
  content: 'main a[href$="/catalog/default/system/billing"]',
};

/** What everybody opens first. */
const homePage: ComparedPage = {
  name: 'first page',
  path: { Atrium: '/', stock: '/' },
  content: `a[href$="${SERVICE}"]`,
};

const sloPage: ComparedPage = {
  name: 'page of SLOs',
  path: { Atrium: '/slos' },
  content: 'main a[href*="/slos?"]',
};

const costPage: ComparedPage = {
  name: 'page of cost',
  path: { Atrium: '/cost' },
  content: 'main table a[href]',
};

export const comparedPages = [
  homePage,
  catalogPage,
  entityPage,
  sloPage,
  costPage,
];

/** Where a page is in a portal; undefined where it has none. */
export function pathIn(
  { name }: Pick<Portal, 'name'>,
  { path }: ComparedPage,
): string | undefined {
  return path[name];
}
