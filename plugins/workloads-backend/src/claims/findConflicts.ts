import type { ClaimConflict } from '@atrium/backend-common';
import type { ClaimIndex } from './ClaimIndex';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import { readWorkloadObjects } from '../workloads/readWorkloadObjects';

interface FindConflictsOptions {
  config: WorkloadsConfig;
  index: Pick<ClaimIndex, 'getClaims'>;
  reader: ClusterReader;
}

/**
 * Finds the entities that claim workloads of others, in the clusters that can be
 * read now.
 */
export async function findConflicts(
  options: FindConflictsOptions,
): Promise<ClaimConflict[]> {
  const { config, index, reader } = options;
  const [clusters, claims] = await Promise.all([
    reader.listClusters(),
    index.getClaims(),
  ]);
  const lists = await Promise.all(
    clusters.map(cluster =>
      readWorkloadObjects(reader, cluster.name, {
        namespaces: config.namespaces[cluster.name] ?? [undefined],
        problems: new ClusterProblems(cluster),
      }),
    ),
  );
  const found = new Map<string, ClaimConflict>();
  for (const { cluster, metadata } of lists.flat()) {
    const { namespace, labels } = metadata;
    const { holders, rivals } = claims.resolve({ cluster, namespace, labels });
    for (const { entityRef: holderRef } of holders) {
      for (const { entityRef: claimantRef } of rivals) {
        const conflict = { claimantRef, holderRef, subject: holderRef };
        found.set(`${claimantRef} ${holderRef}`, conflict);
      }
    }
  }
  return [...found.values()];
}
