import { MessageWriter, type Page } from '@atrium/common';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { Anomaly } from '@atrium/plugin-cost-common';
import {
  type Deployment,
  hasSeveralServices,
  type Incident,
} from '@atrium/plugin-delivery-common';
import {
  type EntityChange,
  entitySummaryMessages,
} from '@atrium/plugin-entity-summary-common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import type { SloAlert } from '@atrium/plugin-slo-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { KnownScorecard } from '../services/KnownScorecards';

const words = new MessageWriter(entitySummaryMessages);

export function fromDeployments(
  deployments: readonly Deployment[],
): EntityChange[] {
  const hasSeveral = hasSeveralServices(deployments);
  return deployments
    .filter(({ kind }) => kind !== 'removed')
    .map(one => ({
      kind: one.kind === 'rolledback' ? 'rollback' : 'deployment',
      at: one.at,
      entityRef: one.entityRef,
      title: hasSeveral
        ? [one.service, one.version].filter(Boolean).join(' ')
        : one.version ?? one.service,
      detail: one.environment,
      health: one.kind === 'rolledback' ? 'warning' : undefined,
      url: one.url,
      targetId: one.id,
    }));
}

export function fromIncidents(incidents: readonly Incident[]): EntityChange[] {
  return incidents.flatMap(one => {
    const shared = {
      entityRef: one.entityRef,
      title: one.description ?? one.incidentId,
      detail: one.environment,
      url: one.url,
      targetId: one.id,
    };
    const changes: EntityChange[] = [];
    if (one.detectedAt) {
      changes.push({
        ...shared,
        kind: 'incident-opened',
        at: one.detectedAt,
        health: 'bad',
      });
    }
    if (one.resolvedAt) {
      changes.push({
        ...shared,
        kind: 'incident-resolved',
        at: one.resolvedAt,
        health: 'good',
      });
    }
    return changes;
  });
}

/**
 * What burns budget fast sets off several alerts of one SLO: those that overlap in
 * time are one change, which began with the first of them.
 */
export function fromAlerts({ items }: Page<SloAlert>): EntityChange[] {
  const fired = items
    .flatMap(alert => (alert.firedAt ? { alert, at: alert.firedAt } : []))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  const changes: { change: EntityChange; until: string | undefined }[] = [];
  for (const { alert, at } of fired) {
    const { entityRef, resolvedAt: until, severity, sloId: targetId } = alert;
    const title = alert.sloDisplayName ?? alert.sloName;
    let entry = changes.findLast(({ change }) => change.targetId === targetId);
    if (!entry || (entry.until && entry.until < at)) {
      const change = { kind: 'alert' as const, at, entityRef, title, targetId };
      entry = { change, until };
      changes.push(entry);
    }
    entry.until = until && entry.until && max(entry.until, until);
    if (severity === 'page') {
      Object.assign(
        entry.change,
        words.fields({
          detail: words.describe('entity-summary.change.paging'),
        }),
      );
    }
    if (!until) {
      entry.change.health = 'bad';
    }
  }
  return changes.map(({ change }) => change);
}

function max(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * A level that is held since then is one that was reached or lost then, unless
 * that was the first time that it was rated.
 */
export function fromResults(
  { items }: Page<EntityResult>,
  scorecards: KnownScorecard[],
): EntityChange[] {
  return items.flatMap(one =>
    one.levelSince && one.levelSince !== one.ratedSince
      ? {
          kind: 'level' as const,
          at: one.levelSince,
          ...describeLevel(one, scorecards),
          detail: one.scorecardTitle,
          targetId: one.scorecard,
        }
      : [],
  );
}

function describeLevel(
  { level, scorecard }: EntityResult,
  scorecards: KnownScorecard[],
): Pick<EntityChange, 'title' | 'messages'> {
  const levels = scorecards.find(({ name }) => name === scorecard)?.levels;
  return level === undefined
    ? words.fields({ title: words.describe('entity-summary.change.noLevel') })
    : { title: levels?.find(({ name }) => name === level)?.title ?? level };
}

export function fromVersions({ items }: Page<ApiVersion>): EntityChange[] {
  return items.map(one => {
    const breaking = one.counts?.breaking ?? 0;
    return {
      kind: 'api-version',
      at: one.createdAt,
      entityRef: one.entityRef,
      title: one.version ?? String(one.number),
      ...(breaking > 0 &&
        words.fields({
          detail: words.describe('entity-summary.change.breaking', {
            count: breaking,
          }),
        })),
      health: breaking > 0 || !one.isValid ? 'warning' : undefined,
      url: one.commit?.url,
      targetId: one.id,
    };
  });
}

export function fromAnomalies({ items }: Page<Anomaly>): EntityChange[] {
  return items.map(one => ({
    kind: 'cost-anomaly',
    at: one.foundAt,
    entityRef: one.entityRef,
    title: one.drivers.at(0)?.serviceName ?? parseEntityRef(one.entityRef).name,
    amount: { amount: one.excess, currency: one.currency },
    health: one.state === 'open' ? 'warning' : undefined,
    targetId: one.id,
  }));
}

/** A resource that was made in that time, or changed since. */
export function fromResources(
  { items }: Page<ProvisionedResource>,
  from: string,
): EntityChange[] {
  return items.map(one => ({
    kind: 'provisioning',
    at: one.createdAt >= from ? one.createdAt : one.updatedAt,
    title: `${one.name} (${one.environment})`,
    ...words.fields({
      detail: words.describe(`entity-summary.resource.${one.state}`),
    }),
    health:
      one.state === 'failed' || one.state === 'needs-attention'
        ? 'warning'
        : undefined,
    targetId: one.id,
  }));
}
