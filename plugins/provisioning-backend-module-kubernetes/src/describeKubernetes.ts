import type { ResourceDriverDescription } from '@atrium/plugin-provisioning-node';
import { z } from 'zod';

/** What the driver says of itself. */
export function describeKubernetes(
  clusterNames: string[],
): ResourceDriverDescription {
  return {
    id: 'kubernetes',
    title: 'Kubernetes',
    description:
      'Manifests that an operator of a cluster acts on, such as CloudNativePG, Crossplane or the operator of RabbitMQ.',
    types: ['postgres', 'mysql', 'redis', 'queue', 'topic'],
    inputs: {
      type: 'object',
      properties: {
        cluster: {
          type: 'string',
          title: 'Cluster',
          description:
            'A name of `provisioning.kubernetes.clusters` in the configuration.',
          ...(clusterNames.length > 0 && { enum: clusterNames }),
        },
        namespace: { type: 'string', title: 'Namespace' },
        manifests: {
          type: 'array',
          title: 'Manifests',
          description:
            'What is applied, in this order. `${name}`, `${namespace}`, `${owner}`, `${environment}`, `${inputs.x}` and `${parameters.x}` are filled in.',
          items: { type: 'object' },
          minItems: 1,
          maxItems: 20,
        },
        ready: {
          type: 'string',
          title: 'Ready when',
          description:
            'A condition in CEL about `object`, the first manifest as the cluster has it, and `objects`, all of them.',
          maxLength: 2000,
        },
        secretName: {
          type: 'string',
          title: 'Secret',
          description: 'Where the operator keeps the credentials.',
        },
        host: { type: 'string', title: 'Host' },
        port: { type: 'integer', title: 'Port', minimum: 1, maximum: 65_535 },
        values: {
          type: 'object',
          title: 'Values',
          description: 'What plans set, for `${inputs.values.x}`.',
        },
      },
      required: ['cluster', 'namespace', 'manifests', 'ready'],
      additionalProperties: false,
    },
    // What a type lets requesters say is for the manifests to use.
    parameters: { type: 'object', properties: {}, additionalProperties: true },
    outputs: {
      type: 'object',
      properties: {
        cluster: { type: 'string', title: 'Cluster' },
        namespace: { type: 'string', title: 'Namespace' },
        name: { type: 'string', title: 'Name' },
        secretName: { type: 'string', title: 'Secret with the credentials' },
        host: { type: 'string', title: 'Host' },
        port: { type: 'integer', title: 'Port' },
      },
      required: ['cluster', 'namespace', 'name'],
      additionalProperties: false,
    },
    credentials: 'referenced',
    hasSnapshots: false,
    hasSuspension: false,
  };
}

/** Inputs that the schema above has let through, filled in. */
export const kubernetesInputsSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  manifests: z.array(z.record(z.string(), z.json())).min(1),
  ready: z.string(),
  secretName: z.string().optional(),
  host: z.string().optional(),
  port: z.int().optional(),
});
