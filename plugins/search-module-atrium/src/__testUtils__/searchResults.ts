import type { SearchResult } from '@backstage/plugin-search-common';

const tags = { preTag: '<1>', postTag: '</1>' };

export const paymentService: SearchResult = {
  type: 'software-catalog',
  rank: 1,
  document: {
    title: 'payment-service',
    text: 'Handles payments',
    location: '/catalog/default/component/payment-service',
    kind: 'Component',
    type: 'service',
    lifecycle: 'experimental',
    ownerRef: 'group:default/team-payments',
    systemRef: 'system:default/billing',
  } as SearchResult['document'],
  highlight: {
    ...tags,
    fields: {
      title: '<1>payment</1>-service',
      text: 'Handles <1>payments</1>',
    },
  },
};

export const refundOperation: SearchResult = {
  type: 'api-definition',
  rank: 2,
  document: {
    title: 'POST /refunds',
    text: 'Refund a payment',
    location: '/catalog/default/api/payment-api/definition#POST%20%2Frefunds',
    kind: 'API',
    element: 'operation',
    apiTitle: 'Payment API',
    deprecated: true,
    ownerRef: 'group:default/team-payments',
  } as SearchResult['document'],
};

export const refundPage: SearchResult = {
  type: 'techdocs',
  rank: 3,
  document: {
    title: 'Refunds',
    text: 'How money goes back',
    location: '/docs/default/component/payment-service/refunds',
    kind: 'component',
    name: 'payment-service',
    entityTitle: '',
  } as SearchResult['document'],
};

export const scorecard: SearchResult = {
  type: 'score-card',
  rank: 4,
  document: {
    title: 'Production readiness',
    text: 'What a service needs',
    location: '/scorecards/readiness',
  },
};
