import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

const metadataSchema = z
  .object({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    deletionTimestamp: z.string().optional(),
  })
  .catchall(z.json());

const kubernetesObjectSchema = z
  .object({
    apiVersion: z.string().min(1),
    kind: z.string().min(1),
    metadata: metadataSchema,
  })
  .catchall(z.json());

/** An object of a cluster. */
export type KubernetesObject = JsonObject & {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
  };
};

/** @throws Error when it is no object of Kubernetes */
export function readKubernetesObject(value: unknown): KubernetesObject {
  return kubernetesObjectSchema.parse(value);
}

/** `group/Kind` of a manifest, as config allows kinds. */
export function kindOf({
  apiVersion,
  kind,
}: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string {
  const [group, version] = apiVersion.split('/');
  return version ? `${group}/${kind}` : `${apiVersion}/${kind}`;
}

/** An object, for people. */
export function describeObject({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
