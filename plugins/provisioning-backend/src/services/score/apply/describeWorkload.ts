import { words } from '../../../provisioningWords';
import type { RunningWorkload } from '@atrium/plugin-provisioning-common';
import { z } from 'zod';

const countSchema = z.number().optional().default(0);
const containersSchema = z
  .array(z.object({ name: z.string(), image: z.string() }))
  .optional()
  .default([]);

const controllerSchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    generation: z.number().optional().default(0),
  }),
  spec: z.object({
    replicas: z.number().optional().default(1),
    template: z.object({
      spec: z.object({
        initContainers: containersSchema,
        containers: containersSchema,
      }),
    }),
  }),
  status: z
    .object({
      observedGeneration: countSchema,
      replicas: countSchema,
      updatedReplicas: countSchema,
      readyReplicas: countSchema,
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            reason: z.string().optional(),
          }),
        )
        .optional()
        .default([]),
    })
    .prefault({}),
});

/** How a Deployment or StatefulSet does, as `kubectl rollout status` judges it. */
export function describeWorkload(object: unknown): RunningWorkload {
  const { kind, metadata, spec, status } = controllerSchema.parse(object);
  const { initContainers, containers } = spec.template.spec;
  const images = [...initContainers, ...containers].map(({ name, image }) => ({
    container: name,
    image,
  }));
  const base = { kind, name: metadata.name, images };
  const { replicas } = spec;
  const pods = { ready: status.readyReplicas, desired: replicas };
  // Until then the conditions are those of the rollout before.
  const isObserved = status.observedGeneration >= metadata.generation;
  const isStuck =
    isObserved &&
    status.conditions.some(
      ({ type, reason }) =>
        type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
    );
  if (isStuck) {
    return {
      ...base,
      state: 'failed',
      ...words.fields({
        message: words.describe('provisioning.workload.tooLate', pods),
      }),
    };
  }
  const isDone =
    isObserved &&
    status.updatedReplicas >= replicas &&
    status.replicas <= replicas &&
    status.readyReplicas >= replicas;
  return {
    ...base,
    state: isDone ? 'running' : 'rolling-out',
    ...words.fields({
      message: words.describe('provisioning.workload.ready', pods),
    }),
  };
}
