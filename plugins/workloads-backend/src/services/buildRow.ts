import {
  KUBERNETES_ID_ANNOTATION,
  runningContainers,
  type WorkloadProblem,
  type WorkloadRow,
} from '@atrium/plugin-workloads-common';
import type { ClaimingEntity } from '../claims/ClaimingEntity';
import type { ClaimResolver, Resolution } from '../claims/ClaimResolver';
import { findEnvironment } from '../config/findEnvironment';
import type { DeliveredVersions } from './DeployedVersions';
import { findDeprecation } from '../workloads/findDeprecation';
import { parseImage } from '../kubernetes/parseImage';
import { compareVersion } from '../workloads/compareVersion';
import { judgeHealth } from '../workloads/judgeHealth';
import { idOf, type WorkloadObject } from '../workloads/WorkloadObject';

/** A row before versions are compared. */
export interface ClaimedWorkload {
  object: WorkloadObject;
  /** Those it belongs to; the first one stands in the row. */
  claimants: ClaimingEntity[];
}

/** What rows are made with. */
export interface RowFacts {
  environments: Record<string, string>;
  minorOf(cluster: string): number | undefined;
  delivered: DeliveredVersions;
}

/** The version by which a kind is served, and so applied unless it says else. */
const SERVED_VERSION: Record<WorkloadObject['kind'], string> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  CronJob: 'batch/v1',
};

/** Finds out whose each workload is. */
export function claimWorkloads(
  objects: WorkloadObject[],
  claims: Pick<ClaimResolver, 'resolve'>,
): ClaimedWorkload[] {
  return objects.map(object => {
    const { cluster, metadata } = object;
    const { namespace, labels } = metadata;
    const found = claims.resolve({ cluster, namespace, labels });
    return { object, claimants: belongsTo(found) };
  });
}

/** Those that hold an object, or else those that claim it without a proof. */
export function belongsTo(found: Resolution): ClaimingEntity[] {
  return found.holders.length > 0 ? found.holders : found.unconfirmed;
}

/** A workload in the list across clusters. */
export function buildRow(
  { object, claimants }: ClaimedWorkload,
  facts: RowFacts,
): WorkloadRow {
  const { cluster, kind, metadata, template, replicas } = object;
  const { namespace, name } = metadata;
  const [entity] = claimants;
  const kubernetesId = metadata.labels[KUBERNETES_ID_ANNOTATION];
  const environment = findEnvironment(facts.environments, {
    cluster,
    namespace,
  });
  const images = runningContainers(template.spec).map(container =>
    parseImage(container.name, container.image),
  );
  const version =
    entity &&
    compareVersion({
      images,
      environment,
      delivered: facts.delivered.find(entity.entityRef, environment),
      names: kubernetesId ? [entity.name, kubernetesId] : [entity.name],
    });
  const apiVersion = metadata.appliedApiVersion ?? SERVED_VERSION[kind];
  const row = {
    id: idOf(object),
    cluster,
    namespace,
    kind,
    name,
    environment,
    createdAt: metadata.creationTimestamp,
    entityRef: entity?.entityRef,
    entityTitle: entity?.title,
    ownerRef: entity?.ownerRef,
    kubernetesId,
    ...judgeHealth(object),
    replicas,
    images,
    apiVersion,
    deprecation: findDeprecation({
      kind,
      apiVersion,
      clusterMinor: facts.minorOf(cluster),
    }),
    versionVerdict: version?.verdict ?? 'unknown',
    deployedVersion: version?.deployed?.version,
  };
  return { ...row, problems: findProblems(row, object) };
}

function findProblems(
  row: Omit<WorkloadRow, 'problems'>,
  { template }: WorkloadObject,
): WorkloadProblem[] {
  const isFound: Record<WorkloadProblem, boolean> = {
    'not-ready': row.health === 'degraded',
    'version-drift': row.versionVerdict === 'different',
    'deprecated-api': row.deprecation !== undefined,
    'no-digest': row.images.some(({ digest }) => !digest),
    'no-limits': runningContainers(template.spec).some(
      ({ resources }) => resources?.limits?.memory === undefined,
    ),
  };
  const problems = Object.keys(isFound) as WorkloadProblem[];
  return problems.filter(problem => isFound[problem]);
}
