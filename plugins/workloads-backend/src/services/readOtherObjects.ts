import type { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader } from '../kubernetes/ClusterReader';
import { resourceTypes } from '../kubernetes/resourceTypes';
import type { Metadata } from '../kubernetes/schemas/metadata';

/** An object beside the workloads, as far as it tells by what it was applied. */
export interface OtherObject {
  cluster: string;
  kind: string;
  metadata: Metadata;
}

interface ReadOtherObjectsOptions {
  namespaces: (string | undefined)[];
  problems: Pick<ClusterProblems, 'noteFailure'>;
}

const TYPES = [
  ['HorizontalPodAutoscaler', resourceTypes.autoscalers],
  ['Ingress', resourceTypes.ingresses],
] as const;

/** Reads what is deployed beside workloads, as old manifests hide there as well. */
export async function readOtherObjects(
  reader: ClusterReader,
  cluster: string,
  { namespaces, problems }: ReadOtherObjectsOptions,
): Promise<OtherObject[]> {
  const lists = await Promise.all(
    TYPES.flatMap(([kind, type]) =>
      namespaces.map(async (namespace): Promise<OtherObject[]> => {
        try {
          const { items } = await reader.list(cluster, type, { namespace });
          return items.map(({ metadata }) => ({ cluster, kind, metadata }));
        } catch (error) {
          problems.noteFailure(error, { type, namespace });
          return [];
        }
      }),
    ),
  );
  return lists.flat();
}
