import {
  type ClusterObject,
  ownerOfPod,
} from '@atrium/plugin-workloads-common';
import type { Resolution } from '../claims/ClaimResolver';
import type { Metadata } from '../kubernetes/schemas/metadata';
import { idOf, workloadId } from '../workloads/WorkloadObject';
import type { EntityCluster } from './EntityClusterReader';

interface DropForeignOptions {
  entityRef: string;
  resolve(object: ClusterObject): Resolution;
}

/** What is left of a cluster for an entity. */
export interface OwnCluster {
  reading: EntityCluster;
  /** Ids of the workloads that are proven to be its own. */
  confirmed: Set<string>;
  /** Those that hold what was left out, once for each workload. */
  holders: string[][];
  /** Refs of those that claim what the entity holds. */
  rivals: string[];
}

/** Leaves out what is proven to belong to others, although its labels match. */
export function dropForeign(
  cluster: string,
  reading: EntityCluster,
  { entityRef, resolve }: DropForeignOptions,
): OwnCluster {
  const confirmed = new Set<string>();
  const foreign = new Set<string>();
  const holders: string[][] = [];
  const rivals: string[] = [];
  for (const workload of reading.workloads) {
    const found = resolve(toObject(cluster, workload.metadata));
    const refs = found.holders.map(holder => holder.entityRef);
    if (refs.includes(entityRef)) {
      confirmed.add(idOf(workload));
      rivals.push(...found.rivals.map(rival => rival.entityRef));
    } else if (refs.length > 0) {
      foreign.add(idOf(workload));
      holders.push(refs);
    }
  }
  const isForeign = (metadata: Metadata) => {
    const owner = ownerOfPod(metadata);
    const { namespace } = metadata;
    const id = owner && workloadId({ cluster, namespace, ...owner });
    if (id && confirmed.has(id)) {
      return false;
    }
    const found = resolve(toObject(cluster, metadata)).holders;
    return (
      (id !== undefined && foreign.has(id)) ||
      (found.length > 0 && found.every(one => one.entityRef !== entityRef))
    );
  };
  return {
    reading: {
      ...reading,
      workloads: reading.workloads.filter(item => !foreign.has(idOf(item))),
      pods: reading.pods.filter(({ metadata }) => !isForeign(metadata)),
    },
    confirmed,
    holders,
    rivals,
  };
}

function toObject(cluster: string, { namespace, labels }: Metadata) {
  return { cluster, namespace, labels };
}
