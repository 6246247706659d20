import type {
  Deployment,
  Incident,
  TimelineDeployment,
  TimelineItem,
} from '@atrium/plugin-delivery-common';
import { readReleaseHistory } from '../dora/readReleaseHistory';

/** What was read of a period. */
interface BuildTimelineOptions {
  deployments: Deployment[];
  incidents: Incident[];
  period: { from: string; to: string };
}

interface Row extends TimelineItem {
  failures: number;
}

/**
 * Puts deployments and incidents side by side, service by service.
 *
 * @remarks Which release failed is what the metrics say: the rollup has written
 * the cause to each incident, and roll-backs are followed as it follows them.
 */
export function buildTimeline(options: BuildTimelineOptions): TimelineItem[] {
  const { deployments, incidents, period } = options;
  const rows = new Map<string, Row>();
  const rowOf = (entityRef: string): Row => {
    const row = rows.get(entityRef) ?? {
      entityRef,
      deployments: [],
      incidents: [],
      failures: 0,
    };
    rows.set(entityRef, row);
    return row;
  };
  const blamed = new Set<string>();
  for (const incident of incidents) {
    if (incident.entityRef && isDuring(incident, period)) {
      rowOf(incident.entityRef).incidents.push(incident);
    }
    if (incident.deploymentId) {
      blamed.add(incident.deploymentId);
    }
  }
  for (const [entityRef, ofEntity] of groupByEntity(deployments)) {
    const row = rowOf(entityRef);
    row.deployments = findFailures(ofEntity, blamed);
  }
  for (const row of rows.values()) {
    row.incidents.sort((a, b) => compare(startOf(a), startOf(b)));
    row.failures =
      row.incidents.length +
      row.deployments.filter(({ failedBy }) => failedBy).length;
  }
  return [...rows.values()]
    .sort(
      (a, b) =>
        b.failures - a.failures ||
        b.deployments.length - a.deployments.length ||
        compare(a.entityRef, b.entityRef),
    )
    .map(({ failures, ...item }) => item);
}

function findFailures(
  deployments: Deployment[],
  blamed: Set<string>,
): TimelineDeployment[] {
  const { rolledBackAt } = readReleaseHistory(
    deployments.map(({ id, kind, environment, service, at, ...names }) => ({
      id,
      kind,
      environment,
      service,
      at: Date.parse(at),
      version: names.artifactId ?? names.version ?? names.commit,
    })),
  );
  return deployments
    .map((deployment): TimelineDeployment => {
      if (blamed.has(deployment.id)) {
        return { ...deployment, failedBy: 'incident' };
      }
      return rolledBackAt.has(deployment.id)
        ? { ...deployment, failedBy: 'rollback' }
        : deployment;
    })
    .sort((a, b) => compare(a.at, b.at));
}

function groupByEntity(deployments: Deployment[]): Map<string, Deployment[]> {
  const groups = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const { entityRef = '' } = deployment;
    groups.set(entityRef, [...(groups.get(entityRef) ?? []), deployment]);
  }
  return groups;
}

function isDuring(
  incident: Incident,
  { from, to }: { from: string; to: string },
): boolean {
  const { resolvedAt } = incident;
  return startOf(incident) < to && (!resolvedAt || resolvedAt > from);
}

function startOf({ detectedAt, updatedAt }: Incident): string {
  return detectedAt ?? updatedAt;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
