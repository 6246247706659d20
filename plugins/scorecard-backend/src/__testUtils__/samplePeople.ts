import type { Entity } from '@backstage/catalog-model';

/** The repository of the sample component. */
export const SAMPLE_REPOSITORY =
  'https://git.acme.example/acme/payment-service';

export const payments = 'component:default/payment-service';
export const ledger = 'component:default/ledger';
export const teamPayments = 'group:default/team-payments';
export const teamOther = 'group:default/team-other';
export const platformTeam = 'group:default/platform-team';

function entity(
  kind: string,
  name: string,
  rest: Partial<Entity> & { annotations?: Record<string, string> } = {},
): Entity {
  const { annotations, ...fields } = rest;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    ...fields,
  };
}

const members: [name: string, group: string][] = [
  ['priya', teamPayments],
  ['jonas', platformTeam],
  ['mina', platformTeam],
  ['elena', 'group:default/engineering'],
  ['olaf', teamOther],
];

/** Two components with their teams, and people in them. */
export const sampleEntities: Entity[] = [
  entity('Component', 'payment-service', {
    annotations: {
      'backstage.io/managed-by-location': `url:${SAMPLE_REPOSITORY}/src/branch/main/catalog-info.yaml`,
      // What an entity says of its own source decides nothing.
      'backstage.io/source-location':
        'url:https://git.acme.example/acme/secrets/src/branch/main/',
    },
    relations: [
      { type: 'ownedBy', targetRef: teamPayments },
      { type: 'partOf', targetRef: 'system:default/billing' },
    ],
  }),
  entity('Component', 'ledger', {
    relations: [{ type: 'ownedBy', targetRef: teamOther }],
  }),
  entity('System', 'billing'),
  entity('Group', 'engineering'),
  entity('Group', 'platform-team', {
    relations: [{ type: 'childOf', targetRef: 'group:default/engineering' }],
  }),
  entity('Group', 'team-payments'),
  entity('Group', 'team-other', {
    annotations: { 'atrium.dev/leaderboard': 'hidden' },
  }),
  ...members.map(([name, group]) =>
    entity('User', name, {
      annotations: { 'atrium.dev/gitea-login': name },
      spec: {
        profile: {
          email: `${name}@acme.example`,
          ...(name === 'priya' && { displayName: 'Priya Natarajan' }),
        },
      },
      relations: [{ type: 'memberOf', targetRef: group }],
    }),
  ),
];

/** Whom a person may act as. */
export function ownershipOf(userRef: string): string[] {
  return [
    userRef,
    ...members
      .filter(([name]) => userRef === `user:default/${name}`)
      .map(([, group]) => group),
  ];
}

/** Who owns an entity. */
export function ownersOf(entityRef: string): string[] {
  const found = sampleEntities.find(
    ({ kind, metadata }) =>
      entityRef ===
      `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`,
  );
  return (found?.relations ?? [])
    .filter(({ type }) => type === 'ownedBy')
    .map(({ targetRef }) => targetRef);
}
