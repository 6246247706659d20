import { TIER_LABEL } from '@atrium/plugin-entity-graph-common';
import type { Entity } from '@backstage/catalog-model';

interface SampleEntity {
  kind: string;
  name: string;
  title?: string;
  type?: string;
  tier?: string;
  owner?: string;
  parent?: string;
  relations?: [type: string, targetRef: string][];
  links?: { url: string; title?: string }[];
}

function entity(sample: SampleEntity): Entity {
  const { kind, name, title, type, tier, owner, parent, links } = sample;
  const relations = [
    ...(sample.relations ?? []),
    ...(owner ? [['ownedBy', `group:default/${owner}`]] : []),
    ...(parent ? [['partOf', parent]] : []),
  ];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      title,
      links,
      ...(tier && { labels: { [TIER_LABEL]: tier } }),
    },
    spec: { type: type ?? 'service' },
    relations: relations.map(([relation, targetRef]) => ({
      type: relation,
      targetRef,
    })),
  };
}

export const web = 'component:default/web';
export const checkout = 'component:default/checkout';
export const payment = 'component:default/payment';
export const paymentApi = 'api:default/payment-api';
export const ledger = 'component:default/ledger';
export const ledgerDb = 'resource:default/ledger-db';
export const rates = 'component:default/rates';
export const quotes = 'component:default/quotes';
export const billing = 'system:default/billing';
export const teamPayments = 'group:default/payments';

/**
 * web → checkout → payment-api → payment → ledger → ledger-db, and two components
 * that depend on each other, one of them on the system that has the payments.
 */
export function sampleEntities(): Entity[] {
  return [
    entity({
      kind: 'Component',
      name: 'web',
      type: 'website',
      owner: 'shop',
      relations: [['dependsOn', checkout]],
    }),
    entity({
      kind: 'Component',
      name: 'checkout',
      title: 'Checkout',
      tier: 'critical',
      owner: 'shop',
      relations: [
        ['consumesApi', paymentApi],
        ['dependencyOf', web],
      ],
    }),
    entity({
      kind: 'API',
      name: 'payment-api',
      type: 'openapi',
      owner: 'payments',
      parent: billing,
      relations: [
        ['apiProvidedBy', payment],
        ['apiConsumedBy', checkout],
      ],
    }),
    entity({
      kind: 'Component',
      name: 'payment',
      tier: 'important',
      owner: 'payments',
      parent: billing,
      relations: [
        ['providesApi', paymentApi],
        ['dependsOn', ledger],
      ],
    }),
    entity({
      kind: 'Component',
      name: 'ledger',
      owner: 'payments',
      parent: billing,
      relations: [
        ['dependsOn', ledgerDb],
        ['dependencyOf', payment],
      ],
    }),
    entity({
      kind: 'Resource',
      name: 'ledger-db',
      type: 'database',
      owner: 'payments',
      parent: billing,
      relations: [['dependencyOf', ledger]],
    }),
    entity({
      kind: 'Component',
      name: 'rates',
      owner: 'shop',
      relations: [
        ['dependsOn', quotes],
        ['dependsOn', billing],
        ['dependencyOf', quotes],
      ],
    }),
    entity({
      kind: 'Component',
      name: 'quotes',
      owner: 'shop',
      relations: [
        ['dependsOn', rates],
        ['dependencyOf', rates],
      ],
    }),
    entity({ kind: 'System', name: 'billing', title: 'Billing' }),
    entity({
      kind: 'Group',
      name: 'payments',
      title: 'Payments | core',
      links: [{ title: '#payments', url: 'https://chat.example/payments' }],
    }),
    entity({ kind: 'Group', name: 'shop', title: 'Shop' }),
  ];
}
