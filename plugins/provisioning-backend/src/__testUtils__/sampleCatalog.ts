import type { Entity } from '@backstage/catalog-model';

/** Whoever tests ask as, with the groups that they are a member of. */
export const people = {
  grace: ['user:default/grace', 'group:default/team-payments'],
  linus: ['user:default/linus', 'group:default/team-storefront'],
  ada: ['user:default/ada', 'group:default/platform-team'],
  /** Sees what is in the sample catalog, and nothing else: not a group of hers either. */
  eve: ['user:default/eve', 'group:default/unlisted'],
} as const;

const NAMES: Record<Person, string> = {
  grace: 'Grace Hopper',
  linus: 'Linus Torvalds',
  ada: 'Ada Lovelace',
  eve: 'Eve',
};

export type Person = keyof typeof people;

export const payments = 'component:default/payment-service';

/** Two teams with a component each, and the platform team. */
export const sampleCatalog: Entity[] = [
  ...['team-payments', 'team-storefront', 'platform-team'].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
    spec: { type: 'team', children: [] },
  })),
  ...Object.entries(NAMES).map(([name, displayName]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      annotations: { 'atrium.dev/gitea-login': `${name}-at-git` },
    },
    spec: { profile: { displayName } },
  })),
  component('payment-service', 'team-payments'),
  component('ledger-service', 'team-payments'),
  component('storefront-web', 'team-storefront'),
  { ...component('orphan', ''), spec: {} },
];

function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}
