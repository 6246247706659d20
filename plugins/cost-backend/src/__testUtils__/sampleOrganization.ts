import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';

interface SampleOptions {
  kind: string;
  name: string;
  title?: string;
  relations?: [type: string, targetRef: string][];
  annotations?: Record<string, string>;
}

function sample(options: SampleOptions): Entity {
  const { annotations, kind, name, relations = [], title } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title, namespace: 'default', annotations },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
    spec: { type: 'service' },
  };
}

/** Where the catalog read an entity. */
function definedIn(repository: string, path: string): Record<string, string> {
  return {
    'backstage.io/managed-by-location': `url:https://git.acme.example/acme/${repository}/src/branch/main/${path}`,
  };
}

export const payments = 'component:default/payment-service';
export const ledger = 'component:default/ledger';
export const shop = 'component:default/shop';
export const billing = 'system:default/billing';
export const engineering = 'group:default/engineering';
export const teamPayments = 'group:default/team-payments';
export const teamLedger = 'group:default/team-ledger';
export const teamShop = 'group:default/team-shop';

/** Two teams under a department with a system of theirs, and a third team. */
export const sampleEntities: Entity[] = [
  sample({
    kind: 'Component',
    name: 'payment-service',
    title: 'Payments',
    relations: [
      ['ownedBy', teamPayments],
      ['partOf', billing],
    ],
    annotations: {
      'atrium.dev/monthly-budget': 'EUR 100',
      ...definedIn('payment-service', 'catalog-info.yaml'),
    },
  }),
  sample({
    kind: 'Component',
    name: 'ledger',
    relations: [
      ['ownedBy', teamLedger],
      ['partOf', billing],
    ],
  }),
  sample({
    kind: 'Component',
    name: 'shop',
    relations: [['ownedBy', teamShop]],
    annotations: { 'atrium.dev/monthly-budget': 'about 40 euros' },
  }),
  sample({
    kind: 'System',
    name: 'billing',
    title: 'Billing',
    relations: [['ownedBy', teamPayments]],
  }),
  sample({ kind: 'Group', name: 'engineering' }),
  ...['team-payments', 'team-ledger'].map(name =>
    sample({
      kind: 'Group',
      name,
      relations: [['childOf', engineering]],
      annotations: definedIn('org', 'groups.yaml'),
    }),
  ),
  sample({ kind: 'Group', name: 'team-shop' }),
  ...[
    ['manager', engineering],
    ['payments-dev', teamPayments],
    ['shop-dev', teamShop],
  ].map(([name, group]) =>
    sample({
      kind: 'User',
      name,
      relations: [['memberOf', group]],
      annotations: { 'atrium.dev/gitea-login': name },
    }),
  ),
];

/** Who somebody is: themselves and their groups. */
export function ownershipOf(userRef: string): string[] {
  const user = sampleEntities.find(
    entity => stringifyEntityRef(entity) === userRef,
  );
  return [userRef, ...targetsOf(user, 'memberOf')];
}

/** The owners of an entity. */
export function ownersOf(entityRef: string): string[] {
  return targetsOf(
    sampleEntities.find(entity => stringifyEntityRef(entity) === entityRef),
    'ownedBy',
  );
}

function targetsOf(entity: Entity | undefined, relation: string): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}

/** Puts the entities where the sweep of the catalog would. */
export async function fillEntities(knex: Knex): Promise<void> {
  await knex('entities').insert(
    sampleEntities
      .filter(({ kind }) => !['Group', 'User'].includes(kind))
      .map(entity => ({
        entity_ref: stringifyEntityRef(entity),
        kind: entity.kind.toLocaleLowerCase('en-US'),
        title: entity.metadata.title,
        owner_refs: targetsOf(entity, 'ownedBy'),
        system_refs: targetsOf(entity, 'partOf'),
        hash: '',
      })),
  );
}
