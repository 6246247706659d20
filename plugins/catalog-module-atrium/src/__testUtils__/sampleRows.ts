import type {
  EntityList,
  EntityRow,
} from '@atrium/plugin-entity-summary-common';

/** A service whose page one opens at night. */
export const paymentRow: EntityRow = {
  entityRef: 'component:default/payment-service',
  kind: 'component',
  namespace: 'default',
  name: 'payment-service',
  description: 'Handles payment processing and billing',
  type: 'service',
  lifecycle: 'production',
  ownerRef: 'group:default/team-payments',
  ownerTitle: 'Payments',
  systemRef: 'system:default/billing',
  systemTitle: 'Billing',
  tags: ['java', 'pci'],
  health: 'bad',
  healthReason: 'incident',
  openIncidents: 2,
  version: '4.12.3',
  deployedAt: '2026-11-27T10:00:00.000Z',
  level: {
    scorecard: 'production-readiness',
    scorecardTitle: 'Production readiness',
    level: 'Gold',
    color: 'gold',
    rank: 3,
    levels: 3,
    score: 0.94,
  },
  cost: { amount: '1240.50', currency: 'EUR', month: '2025-11' },
};

/** A library of another team, of which nothing is measured. */
export const searchRow: EntityRow = {
  entityRef: 'component:default/search-client',
  kind: 'component',
  namespace: 'default',
  name: 'search-client',
  title: 'Search client',
  type: 'library',
  ownerRef: 'group:default/team-search',
  ownerTitle: 'Search',
  tags: [],
  health: 'unknown',
  openIncidents: 0,
};

/** What the backend answers with these rows. */
export function sampleList(items: EntityRow[]): EntityList {
  return {
    items,
    totalItems: items.length,
    options: {
      kind: [
        { value: 'component', count: items.length },
        { value: 'api', count: 14 },
      ],
      owner: [
        { value: 'group:default/team-payments', title: 'Payments', count: 1 },
        { value: 'group:default/team-search', title: 'Search', count: 1 },
      ],
      system: [{ value: 'system:default/billing', title: 'Billing', count: 1 }],
      type: [
        { value: 'service', count: 1 },
        { value: 'library', count: 1 },
      ],
      lifecycle: [{ value: 'production', count: 1 }],
      tag: [{ value: 'java', count: 1 }],
      health: [
        { value: 'bad', count: 1 },
        { value: 'unknown', count: 1 },
      ],
    },
  };
}
