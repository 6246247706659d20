import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { formatTime } from './kubernetesTypes.ts';
import { day } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { seededInteger, seededUid } from '../seed.ts';

const nodeSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({ podCIDR: z.string() }),
  status: z.looseObject({
    addresses: z.tuple([z.looseObject({ address: z.string() })]),
  }),
});

export type ClusterNode = z.infer<typeof nodeSchema>;

/** The machines of every cluster. */
export const clusterNodes = readFixture(
  'kubernetes/nodes.yaml',
  z.array(nodeSchema),
);

/** The nodes of a cluster that came to life at `epoch`. */
export function deriveNodes(epoch: number): KubernetesObject[] {
  return clusterNodes.map(node => {
    const { name } = node.metadata;
    const age = seededInteger(`node-age:${name}`, 60 * day, 190 * day);
    return {
      ...node,
      metadata: {
        ...node.metadata,
        uid: seededUid(`Node/${name}`),
        creationTimestamp: formatTime(epoch - age),
      },
    };
  });
}
