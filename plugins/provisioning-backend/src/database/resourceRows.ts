import type { MessageDescriptor } from '@atrium/common';
import type { Knex } from 'knex';
import { toFieldMessages, toMessageColumns } from './messageText';
import type {
  NewResource,
  ResourceChanges,
  StoredLease,
  StoredResource,
} from './StoredResource';

/** A row of `resources`, with the components that depend on it. */
export interface ResourceRow {
  id: string;
  type: string;
  class: string;
  name: string;
  provider_name: string;
  shared_id: string | null;
  environment: string;
  environment_type: string;
  owner_ref: string;
  scope_ref: string;
  entity_refs: string[];
  definition: string;
  driver: string;
  plan: string;
  inputs: StoredResource['inputs'];
  parameters: StoredResource['parameters'];
  fingerprint: string;
  monthly_price_amount: string | null;
  monthly_price_currency: string | null;
  deletion: StoredResource['deletion'];
  state: StoredResource['state'];
  state_reason: string | null;
  state_reason_message: MessageDescriptor | null;
  state_since: Date;
  desired: StoredResource['desired'];
  version: string;
  credential_generation: number;
  lease_days: number | null;
  lease_ends_at: Date | null;
  lease_default_days: number | null;
  lease_maximum_days: number | null;
  lease_grace_days: number | null;
  grace_ends_at: Date | null;
  observed: StoredResource['observed'] | null;
  observed_at: Date | null;
  has_drift: boolean;
  evidence: string | null;
  evidence_message: MessageDescriptor | null;
  proof: StoredResource['proof'] | null;
  deleted_by: string | null;
  created_at: Date;
  updated_at: Date;
}

/**
 * When the grace period of a row `r` of `resources` is over, at the earliest. It
 * begins with the end of the lease, or once access is taken away, where that was
 * later: null where the lease is over and it has not begun.
 */
export const GRACE_ENDS_AT = `
  CASE WHEN r.lease_ends_at > now()
      OR (r.state = 'expiring' AND r.lease_ends_at IS NOT NULL) THEN
    greatest(r.lease_ends_at, r.state_since)
      + make_interval(hours => 24 * coalesce(r.lease_grace_days, 0))
  END`;

/** Selects resources with the components that depend on them. */
export function selectResources(knex: Knex) {
  return knex('resources as r').select(
    'r.*',
    knex.raw(
      `ARRAY(SELECT e.entity_ref FROM resource_entities e
             WHERE e.resource_id = r.id ORDER BY e.entity_ref) AS entity_refs,
       ${GRACE_ENDS_AT} AS grace_ends_at`,
    ),
  );
}

/** A resource of its row. */
export function toResource(row: ResourceRow): StoredResource {
  return {
    id: row.id,
    type: row.type,
    class: row.class,
    name: row.name,
    providerName: row.provider_name,
    sharedId: row.shared_id ?? undefined,
    environment: row.environment,
    environmentType: row.environment_type,
    ownerRef: row.owner_ref,
    scopeRef: row.scope_ref,
    entityRefs: row.entity_refs,
    definition: row.definition,
    driver: row.driver,
    plan: row.plan,
    inputs: row.inputs,
    parameters: row.parameters,
    fingerprint: row.fingerprint,
    monthlyPrice: toPrice(row),
    deletion: row.deletion,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    stateSince: row.state_since.toISOString(),
    desired: row.desired,
    version: Number(row.version),
    credentialGeneration: row.credential_generation,
    lease: toLease(row),
    graceEndsAt: row.grace_ends_at?.toISOString(),
    observed: row.observed ?? undefined,
    observedAt: row.observed_at?.toISOString(),
    hasDrift: row.has_drift,
    evidence: row.evidence ?? undefined,
    messages: toFieldMessages({
      stateReason: row.state_reason_message,
      evidence: row.evidence_message,
    }),
    proof: row.proof ?? undefined,
    deletedBy: row.deleted_by ?? undefined,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The row of a new resource. */
export function toNewRow(resource: NewResource) {
  return {
    id: resource.id,
    type: resource.type,
    class: resource.class,
    name: resource.name,
    provider_name: resource.providerName,
    shared_id: resource.sharedId ?? null,
    environment: resource.environment,
    environment_type: resource.environmentType,
    owner_ref: resource.ownerRef,
    scope_ref: resource.scopeRef,
    definition: resource.definition,
    driver: resource.driver,
    plan: resource.plan,
    inputs: JSON.stringify(resource.inputs),
    parameters: JSON.stringify(resource.parameters),
    fingerprint: resource.fingerprint,
    monthly_price_amount: resource.monthlyPrice?.amount ?? null,
    monthly_price_currency: resource.monthlyPrice?.currency ?? null,
    deletion: resource.deletion,
    state: resource.state,
    state_reason: resource.stateReason ?? null,
    desired: 'present',
    lease_ends_at: resource.lease?.endsAt ?? null,
    ...toLeaseColumns(resource.lease),
  };
}

/** The columns that changes set; objects are JSON. */
export function toChangedColumns(changes: ResourceChanges) {
  const row: Record<string, unknown> = {
    environment_type: changes.environmentType,
    owner_ref: changes.ownerRef,
    scope_ref: changes.scopeRef,
    definition: changes.definition,
    driver: changes.driver,
    deletion: changes.deletion,
    plan: changes.plan,
    inputs: changes.inputs,
    parameters: changes.parameters,
    fingerprint: changes.fingerprint,
    desired: changes.desired,
    credential_generation: changes.credentialGeneration,
    lease_ends_at: changes.leaseEndsAt,
    observed: changes.observed,
    observed_at: changes.observedAt,
    has_drift: changes.hasDrift,
    ...toMessageColumns('evidence', changes.evidence),
    proof: changes.proof,
    deleted_by: changes.deletedBy,
  };
  if (changes.monthlyPrice !== undefined) {
    row.monthly_price_amount = changes.monthlyPrice?.amount ?? null;
    row.monthly_price_currency = changes.monthlyPrice?.currency ?? null;
  }
  if (changes.lease !== undefined) {
    Object.assign(row, toLeaseColumns(changes.lease));
  }
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  );
}

function toPrice(row: ResourceRow): StoredResource['monthlyPrice'] {
  return row.monthly_price_amount !== null &&
    row.monthly_price_currency !== null
    ? {
        amount: row.monthly_price_amount,
        currency: row.monthly_price_currency,
      }
    : undefined;
}

/** For how long it is lent, without the end. */
function toLeaseColumns(lease: StoredLease | null | undefined) {
  return {
    lease_days: lease?.days ?? null,
    lease_default_days: lease?.defaultDays ?? null,
    lease_maximum_days: lease?.maximumDays ?? null,
    lease_grace_days: lease?.graceDays ?? null,
  };
}

function toLease(row: ResourceRow): StoredLease | undefined {
  return row.lease_default_days !== null && row.lease_maximum_days !== null
    ? {
        days: row.lease_days ?? row.lease_default_days,
        endsAt: row.lease_ends_at?.toISOString(),
        defaultDays: row.lease_default_days,
        maximumDays: row.lease_maximum_days,
        graceDays: row.lease_grace_days ?? 0,
      }
    : undefined;
}
