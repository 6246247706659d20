import type { BreakingVersion } from '@atrium/plugin-api-history-common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import {
  type Incident,
  isFailedOutcome,
  type OverviewItem,
} from '@atrium/plugin-delivery-common';
import type { AttentionItem } from '@atrium/plugin-entity-summary-common';
import type {
  ProvisionedResource,
  ProvisioningRequest,
} from '@atrium/plugin-provisioning-common';
import type {
  EntityFindings,
  Exemption,
  Initiative,
} from '@atrium/plugin-scorecard-common';
import type { SloAlert, SloSummary } from '@atrium/plugin-slo-common';
import type { EntityRuntime } from '@atrium/plugin-workloads-common';

const DAY_MS = 24 * 3_600_000;
/** From when on the end of a lease, or of an initiative, is near. */
const SOON_MS = 14 * DAY_MS;
const VERY_SOON_MS = 3 * DAY_MS;

export function fromIncidents(incidents: readonly Incident[]): AttentionItem[] {
  return incidents.map(one => ({
    kind: 'incident',
    severity: 'bad',
    entityRef: one.entityRef,
    title: one.description ?? one.incidentId,
    since: one.detectedAt,
    targetId: one.id,
  }));
}

export function fromFailedPipelines(
  items: readonly OverviewItem[],
): AttentionItem[] {
  return items.flatMap(({ entityRef, runs }) => {
    const failed = runs.filter(({ outcome }) => isFailedOutcome(outcome));
    const [newest] = failed;
    return newest
      ? {
          kind: 'pipeline-failed' as const,
          severity: 'warning' as const,
          entityRef,
          title: newest.pipeline ?? newest.runId,
          since: newest.finishedAt,
          count: failed.length,
          targetId: newest.id,
        }
      : [];
  });
}

/** However many alerts of an SLO fire, it is one thing to look at. */
export function fromAlerts(alerts: readonly SloAlert[]): AttentionItem[] {
  return [...Map.groupBy(alerts, ({ sloId }) => sloId).values()].map(group => {
    const [one] = group;
    return {
      kind: 'slo-alert',
      severity: 'bad',
      entityRef: one.entityRef,
      title: one.sloDisplayName ?? one.sloName,
      since: group
        .map(({ firedAt, startedAt }) => firedAt ?? startedAt)
        .sort()
        .at(0),
      targetId: one.sloId,
    };
  });
}

/** @param alerting - the ids of SLOs whose alert says it already */
export function fromBreachedSlos(
  slos: readonly SloSummary[],
  alerting: ReadonlySet<string>,
): AttentionItem[] {
  return slos
    .filter(({ id }) => !alerting.has(id))
    .map(one => ({
      kind: 'slo-breached',
      severity: 'bad',
      entityRef: one.entityRef,
      title: one.displayName ?? one.name,
      targetId: one.id,
    }));
}

export function fromRuntimes(
  runtimes: readonly EntityRuntime[],
): AttentionItem[] {
  return runtimes
    .filter(({ degraded }) => degraded > 0)
    .map(one => ({
      kind: 'workload-degraded',
      severity: one.down > 0 ? 'bad' : 'warning',
      entityRef: one.entityRef,
      title: one.reason ?? `${one.readyPods}/${one.desiredPods}`,
      ...(one.messages?.reason && {
        messages: { title: one.messages.reason },
      }),
      count: one.degraded,
    }));
}

export function fromFindings(
  findings: readonly EntityFindings[],
): AttentionItem[] {
  return findings
    .filter(({ overdue }) => overdue > 0)
    .map(one => ({
      kind: 'finding-overdue',
      severity: one.overdueCritical > 0 ? 'warning' : 'info',
      entityRef: one.entityRef,
      title: one.entityRef,
      count: one.overdue,
    }));
}

export function fromApprovals(
  requests: readonly ProvisioningRequest[],
): AttentionItem[] {
  return requests.map(one => ({
    kind: 'approval',
    severity: 'warning',
    entityRef: one.resource.entityRefs.at(0),
    title: one.resource.name,
    since: one.createdAt,
    targetId: one.id,
  }));
}

export function fromTroubledResources(
  resources: readonly ProvisionedResource[],
): AttentionItem[] {
  return resources.map(one => ({
    kind: 'resource-attention',
    severity: 'warning',
    entityRef: one.entityRefs.at(0),
    title: one.name,
    since: one.updatedAt,
    targetId: one.id,
  }));
}

export function fromLeases(
  resources: readonly ProvisionedResource[],
  now: number,
): AttentionItem[] {
  return resources.flatMap(one => {
    const endsAt = one.lease && Date.parse(one.lease.endsAt);
    if (endsAt === undefined || endsAt > now + SOON_MS) {
      return [];
    }
    return {
      kind: 'lease-expiring' as const,
      severity: endsAt < now + VERY_SOON_MS ? ('warning' as const) : 'info',
      entityRef: one.entityRefs.at(0),
      title: one.name,
      due: one.lease?.endsAt,
      targetId: one.id,
    };
  });
}

export function fromExemptions(
  exemptions: readonly Exemption[],
): AttentionItem[] {
  return exemptions.map(one => ({
    kind: 'exemption-request',
    severity: 'info',
    entityRef: one.entityRef,
    title: one.checkTitle,
    since: one.requestedAt,
    targetId: one.id,
  }));
}

/** Those that are running and not done. */
/** What their own entities have to do; that the rest of the portal is behind is no task. */
export function fromInitiatives(
  initiatives: readonly Initiative[],
  now: number,
): AttentionItem[] {
  return initiatives.flatMap(one => {
    const left = one.ownedRemaining ?? 0;
    return left > 0
      ? {
          kind: 'initiative-due' as const,
          severity:
            Date.parse(one.dueOn) < now + SOON_MS
              ? ('warning' as const)
              : ('info' as const),
          title: one.title,
          due: one.dueOn,
          count: left,
          targetId: one.id,
        }
      : [];
  });
}

export function fromBreakingVersions(
  versions: readonly BreakingVersion[],
): AttentionItem[] {
  return versions.map(({ version }) => ({
    kind: 'breaking-change',
    severity: 'warning',
    entityRef: version.entityRef,
    title: version.version ?? String(version.number),
    since: version.createdAt,
    count: version.counts?.breaking,
    targetId: version.id,
  }));
}

/** One for each file. */
export function fromProblems(problems: readonly Problem[]): AttentionItem[] {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = `${problem.repository}/${problem.path}`;
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  return [...files].map(([file, of]) => ({
    kind: 'catalog-problem',
    severity: of.some(({ severity }) => severity === 'error')
      ? 'warning'
      : 'info',
    entityRef: of.find(({ entityRef }) => entityRef)?.entityRef,
    title: file,
    since: of.map(({ firstSeenAt }) => firstSeenAt).sort()[0],
    count: of.length,
    targetId: of[0].id,
  }));
}
