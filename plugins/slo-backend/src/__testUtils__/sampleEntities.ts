import type { Entity } from '@backstage/catalog-model';

const SAMPLE_URL =
  'https://git.acme.example/acme/payment-service/src/branch/main';

/** The SLO file of the sample component. */
export const SAMPLE_FILE = `${SAMPLE_URL}/slo.yaml`;

/** A component with SLOs, with its system and owner, and two without. */
export const sampleEntities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payment-service',
      title: 'Payment Service',
      annotations: {
        'backstage.io/managed-by-location': `url:${SAMPLE_URL}/catalog-info.yaml`,
        'atrium.dev/slo': './slo.yaml',
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
    metadata: { name: 'notebook' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'ledger',
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.acme.example/acme/ledger/src/branch/main/catalog-info.yaml',
      },
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'mock',
      annotations: { 'atrium.dev/gitea-login': 'mock-at-git' },
    },
    spec: {
      profile: { displayName: 'Mock User', email: 'mock@acme.example' },
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-payments' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'billing' },
  },
];

/** A component that says of itself where its source and its SLO files are. */
export function strangerEntity(
  { source, file }: { source: string; file: string },
  index: number,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `stranger-${index}`,
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.acme.example/acme/stranger/src/branch/main/catalog-info.yaml',
        'backstage.io/source-location': source,
        'atrium.dev/slo': file,
      },
    },
  };
}
