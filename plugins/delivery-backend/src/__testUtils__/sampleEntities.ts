import type { Entity } from '@backstage/catalog-model';

/**
 * A component with its system and owners, one whose owner does not exist, and
 * an API.
 */
export const sampleEntities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payment-service',
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.acme.example/acme/payment-service/src/branch/main/catalog-info.yaml',
        'backstage.io/source-location':
          'url:https://git.acme.example/acme/payment-service/src/branch/main/',
      },
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      { type: 'partOf', targetRef: 'system:default/billing' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop-web' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/gone' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-payments' },
    relations: [{ type: 'childOf', targetRef: 'group:default/engineering' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'engineering' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'billing' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'payment-api' },
  },
];
