import type { Entity, EntityRelation } from '@backstage/catalog-model';

interface SampleEntity {
  kind: string;
  name: string;
  title?: string;
  description?: string;
  tags?: string[];
  spec?: Record<string, string>;
  /** Type and target of each relation. */
  relations?: [string, string][];
}

const SAMPLES: SampleEntity[] = [
  {
    kind: 'Group',
    name: 'retail',
    title: 'Retail',
    spec: { type: 'department' },
    relations: [['parentOf', 'group:default/payments']],
  },
  {
    kind: 'Group',
    name: 'payments',
    title: 'Payments',
    spec: { type: 'team' },
    relations: [['childOf', 'group:default/retail']],
  },
  {
    kind: 'Group',
    name: 'orders',
    title: 'Orders',
    spec: { type: 'team' },
    relations: [['childOf', 'group:default/retail']],
  },
  {
    kind: 'User',
    name: 'priya',
    title: 'Priya Natarajan',
    relations: [['memberOf', 'group:default/payments']],
  },
  {
    kind: 'User',
    name: 'elena',
    title: 'Elena Marchetti',
    relations: [['memberOf', 'group:default/retail']],
  },
  {
    kind: 'Domain',
    name: 'commerce',
    title: 'Commerce',
    relations: [
      ['ownedBy', 'group:default/retail'],
      ['hasPart', 'system:default/checkout'],
    ],
  },
  {
    kind: 'System',
    name: 'checkout',
    title: 'Checkout',
    relations: [
      ['ownedBy', 'group:default/payments'],
      ['partOf', 'domain:default/commerce'],
      ['hasPart', 'component:default/payment-service'],
      ['hasPart', 'component:default/order-service'],
    ],
  },
  {
    kind: 'Component',
    name: 'payment-service',
    title: 'Payment service',
    description: 'Takes  money\nfrom cards.',
    tags: ['java', 'pci'],
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      ['ownedBy', 'group:default/payments'],
      ['partOf', 'system:default/checkout'],
      ['dependsOn', 'resource:default/payment-db'],
      ['dependencyOf', 'component:default/order-service'],
    ],
  },
  {
    kind: 'Component',
    name: 'order-service',
    tags: ['go'],
    spec: { type: 'service', lifecycle: 'experimental' },
    relations: [
      ['ownedBy', 'group:default/orders'],
      ['partOf', 'system:default/checkout'],
      ['dependsOn', 'component:default/payment-service'],
    ],
  },
  {
    kind: 'Component',
    name: 'Eclair',
    title: 'Éclair',
    spec: { type: 'library', lifecycle: 'production' },
    relations: [['ownedBy', 'user:default/priya']],
  },
  {
    kind: 'Resource',
    name: 'payment-db',
    spec: { type: 'database' },
    relations: [
      ['ownedBy', 'group:default/payments'],
      ['dependencyOf', 'component:default/payment-service'],
    ],
  },
];

/**
 * Retail has two teams; Payments owns payment-service, which needs the API and the
 * database of its system, Orders owns what uses it.
 */
export function sampleCatalog(): Entity[] {
  return SAMPLES.map(toEntity);
}

function toEntity(sample: SampleEntity): Entity {
  const { kind, name, relations = [], spec = {}, ...metadata } = sample;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    spec,
    relations: relations.map(
      ([type, targetRef]): EntityRelation => ({ type, targetRef }),
    ),
  };
}
