import type { WorkloadObject } from '@atrium/plugin-provisioning-node';
import {
  type ClusterObject,
  KUBERNETES_ID_ANNOTATION,
} from '@atrium/plugin-workloads-common';
import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

const labelledSchema = z.object({
  metadata: z.object({
    labels: z.record(z.string(), z.string()).optional().default({}),
  }),
});

/** The labels by which the objects of an entity are its own. */
export function ownLabels(entity: Entity): Record<string, string> | undefined {
  const id = entity.metadata.annotations?.[KUBERNETES_ID_ANNOTATION];
  return id ? { [KUBERNETES_ID_ANNOTATION]: id } : undefined;
}

/** Asks whether objects of clusters are proven to belong to an entity. */
export class WorkloadProofs {
  readonly #options: { auth: AuthService; workloads: WorkloadsService };

  constructor(options: { auth: AuthService; workloads: WorkloadsService }) {
    this.#options = options;
  }

  /**
   * For each object whether it belongs to the entity, by what it carries and
   * where it is. What cannot be told throws.
   */
  async check(entityRef: string, objects: ClusterObject[]): Promise<boolean[]> {
    const { auth, workloads } = this.#options;
    const holders = await workloads.getHolders(objects, {
      // Who owns what is told to plugins only; rights of the caller come before.
      credentials: await auth.getOwnServiceCredentials(),
    });
    return holders.map(refs => refs.includes(entityRef));
  }
}

/** An object as claims see it. */
export function toClusterObject(
  object: JsonObject | WorkloadObject,
  place: { cluster: string; namespace: string },
): ClusterObject {
  const { cluster, namespace } = place;
  const { labels } = labelledSchema.parse(object).metadata;
  return { cluster, namespace, labels };
}
