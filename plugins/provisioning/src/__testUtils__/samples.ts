import type {
  Definitions,
  Preview,
  ProvisionedResource,
  ProvisioningRequest,
  RequestDetails,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';

const usd = (amount: string) => ({ amount, currency: 'USD' });

/** Two types, one of which has a definition for each environment. */
export const sampleDefinitions: Definitions = {
  types: [
    {
      name: 'postgres',
      title: 'PostgreSQL database',
      description: 'A database of its own',
      icon: 'database',
      parameters: {
        type: 'object',
        properties: {
          version: { type: 'string', title: 'Version', enum: ['17', '18'] },
          connections: {
            type: 'integer',
            title: 'Connections',
            minimum: 1,
            maximum: 100,
          },
          extensions: {
            type: 'array',
            title: 'Extensions',
            uniqueItems: true,
            items: { type: 'string', enum: ['citext', 'pg_trgm'] },
          },
        },
        additionalProperties: false,
      },
      outputs: { type: 'object', properties: {}, additionalProperties: false },
    },
    {
      name: 'queue',
      title: 'Queue',
      icon: 'queue',
      parameters: {
        type: 'object',
        properties: {},
        additionalProperties: false,
      },
      outputs: { type: 'object', properties: {}, additionalProperties: false },
    },
  ],
  definitions: [
    {
      name: 'postgres-shared',
      title: 'Shared PostgreSQL',
      type: 'postgres',
      driver: 'postgres',
      match: {},
      defaults: {},
      plans: [
        { name: 'small', title: 'Small', monthlyPrice: usd('12.00') },
        { name: 'large', title: 'Large', monthlyPrice: usd('80.00') },
      ],
      defaultPlan: 'small',
      quotaPerOwner: 5,
      needsApproval: false,
      approverRefs: [],
      lease: { defaultDays: 30, maximumDays: 90, graceDays: 7 },
      deletion: 'delete',
      source: 'https://git.acme.example/platform/definitions/postgres.yaml',
      liveCount: 3,
    },
    {
      name: 'queue-shared',
      title: 'Shared queues',
      type: 'queue',
      driver: 'postgres-queue',
      match: { environmentType: 'production' },
      defaults: {},
      plans: [{ name: 'only', title: 'Only' }],
      defaultPlan: 'only',
      needsApproval: true,
      approverRefs: ['group:default/platform-team'],
      deletion: 'protect',
      source: 'file:/definitions/queue.yaml',
      liveCount: 0,
    },
  ],
  drivers: [
    {
      id: 'postgres',
      title: 'PostgreSQL server',
      description: 'Databases on shared servers.',
      types: ['postgres'],
      inputs: {
        type: 'object',
        properties: {
          server: { type: 'string', title: 'Server' },
          connectionLimit: {
            type: 'integer',
            title: 'Connection limit',
            minimum: 1,
          },
        },
        additionalProperties: false,
      },
      hasSnapshots: true,
    },
  ],
  environments: [
    { name: 'dev', type: 'development', title: 'Development' },
    { name: 'production', type: 'production', title: 'Production' },
  ],
  problems: [
    {
      source: 'https://git.acme.example/platform/definitions/redis.yaml',
      line: 12,
      column: 5,
      path: 'spec.plans.0.name',
      message: 'must have lower-case letters, digits and dashes only',
    },
  ],
  files: [
    {
      source: 'https://git.acme.example/platform/definitions/postgres.yaml',
      origin: 'repository',
      isRefused: false,
      checkedAt: '2026-11-28T11:57:00.000Z',
    },
    {
      source: 'file:/definitions/queue.yaml',
      origin: 'folder',
      isRefused: false,
      checkedAt: '2026-11-28T11:57:00.000Z',
    },
  ],
  checkedAt: '2026-11-28T11:57:00.000Z',
};

/** What comes of the form as it is first shown. */
export const samplePreview: Preview = {
  definition: {
    name: 'postgres-shared',
    title: 'Shared PostgreSQL',
    driver: 'postgres',
  },
  losers: [{ name: 'postgres-large', reason: "is for class 'large' only" }],
  changes: ['Database payment-ledger', 'Role payment-ledger-owner'],
  ownerRef: 'group:default/team-payments',
  plan: { name: 'small', title: 'Small' },
  monthlyPrice: usd('12.00'),
  approval: { isRequired: false, reasons: [], approverRefs: [] },
  lease: { days: 30, graceDays: 7 },
  quota: { limit: 5, used: 3 },
  deletion: 'delete',
  violations: [],
  planHash: 'hash-1',
};

/** A database of payment-service. */
export function sampleResource(
  changes: Partial<ProvisionedResource> = {},
): ProvisionedResource {
  return {
    id: 'r1',
    catalogRef: 'resource:default/ledger-dev',
    type: 'postgres',
    class: 'default',
    name: 'ledger',
    providerName: 'ledger-1a2b3c4d',
    environment: 'dev',
    entityRefs: ['component:default/payment-service'],
    ownerRef: 'group:default/team-payments',
    definition: 'postgres-shared',
    driver: 'postgres',
    plan: 'small',
    parameters: {},
    monthlyPrice: usd('12.00'),
    state: 'ready',
    isSuspended: false,
    lease: {
      endsAt: '2026-12-08T12:00:00.000Z',
      removedAt: '2026-12-15T12:00:00.000Z',
      maximumDays: 90,
    },
    deletion: 'delete',
    health: { status: 'ok' },
    drift: { checkedAt: '2026-11-28T11:57:00.000Z', differences: [] },
    createdAt: '2026-11-08T12:00:00.000Z',
    updatedAt: '2026-11-08T12:00:00.000Z',
    ...changes,
  };
}

/** The same with all that its page shows. */
export function sampleDetails(
  changes: Partial<ResourceDetails> = {},
): ResourceDetails {
  return {
    ...sampleResource(),
    outputs: { host: 'db.internal', port: 5432 },
    credentials: [{ generation: 1, outputs: ['password'], store: 'portal' }],
    timeline: [
      {
        at: '2026-11-08T12:00:00.000Z',
        kind: 'state',
        title: 'Ready',
        to: 'ready',
      },
    ],
    allowed: ['update', 'rotate', 'extend', 'delete', 'take-credentials'],
    ...changes,
  };
}

/** Somebody asks for that database. */
export function sampleRequest(
  changes: Partial<ProvisioningRequest> = {},
): ProvisioningRequest {
  return {
    id: 'q1',
    kind: 'create',
    state: 'awaiting-approval',
    requesterRef: 'user:default/priya',
    reason: 'For the ledger of payments',
    approverRefs: ['group:default/platform-team'],
    approvalReasons: ['Production needs approval'],
    planHash: 'hash-1',
    resource: sampleResource({ state: 'awaiting-approval' }),
    createdAt: '2026-11-28T11:00:00.000Z',
    updatedAt: '2026-11-28T11:00:00.000Z',
    ...changes,
  };
}

/** The same with all that its page shows. */
export function sampleRequestDetails(
  changes: Partial<RequestDetails> = {},
): RequestDetails {
  return {
    ...sampleRequest(),
    preview: samplePreview,
    timeline: [
      {
        at: '2026-11-28T11:00:00.000Z',
        kind: 'state',
        title: 'Requested',
        to: 'awaiting-approval',
      },
    ],
    allowed: [],
    ...changes,
  };
}
