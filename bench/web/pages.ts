/** A page that both portals have, under addresses of their own. */
export interface ComparedPage {
  name: string;
  path: { Atrium: string; stock: string };
  /** What is there once the page shows what it is for. */
  content: string;
}

export const catalogPage: ComparedPage = {
  name: 'catalog page',
  // Both show what is hers; the template makes the catalog its first page.
  path: { Atrium: '/catalog?owner=mine', stock: '/' },
  content: 'table a[href$="/catalog/default/component/payment-service"]',
};

export const entityPage: ComparedPage = {
  name: 'entity page',
  path: {
    Atrium: '/catalog/default/component/payment-service',
    stock: '/catalog/default/component/payment-service',
  },
  content: 'main a[href$="/catalog/default/system/billing"]',
};
