import type { NewRequest } from '../database/StoredRequest';
import type { NewResource } from '../database/StoredResource';

/** A resource of the payments team, by a number that makes it unique. */
export function sampleResource(
  number = 1,
  changes: Partial<NewResource> = {},
): NewResource {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return {
    id,
    type: 'postgres',
    class: 'default',
    name: `ledger-${number}`,
    providerName: `ledger-${number}-00000000`,
    environment: 'dev',
    environmentType: 'development',
    ownerRef: 'group:default/team-payments',
    scopeRef: 'component:default/payment-service',
    entityRefs: ['component:default/payment-service'],
    definition: 'postgres-dev',
    driver: 'memory',
    plan: 'small',
    inputs: { server: 'shared' },
    parameters: {},
    fingerprint: 'fingerprint-1',
    monthlyPrice: { amount: '12.50', currency: 'USD' },
    deletion: 'delete',
    state: 'approved',
    ...changes,
  };
}

/** A request for a resource, by a number that makes it unique. */
export function sampleRequest(
  resourceId: string,
  number = 1,
  changes: Partial<NewRequest> = {},
): NewRequest {
  return {
    id: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    resourceId,
    kind: 'create',
    state: 'approved',
    requesterRef: 'user:default/grace',
    input: { name: 'ledger' },
    change: {},
    preview: {
      losers: [],
      changes: ['Database ledger'],
      approval: { isRequired: false, reasons: [], approverRefs: [] },
      violations: [],
    },
    planHash: 'a'.repeat(64),
    approverRefs: [],
    approvalReasons: [],
    ...changes,
  };
}
