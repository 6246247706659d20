import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { MAX_HOLDER_OBJECTS } from './objectHolders';
import { workloadProblemSchema } from './overview';
import { workloadKindSchema } from './workload';

/** A name of Kubernetes, as it may stand in a path. */
const objectName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'must be a Kubernetes name');

const clusterName = z.string().min(1).max(253);

/** The query of `GET /workloads`. */
export const workloadQuerySchema = pageQuerySchema.extend({
  cluster: clusterName.optional(),
  namespace: objectName.optional(),
  kind: workloadKindSchema.optional(),
  ownerRef: entityRefSchema.optional(),
  unowned: z
    .stringbool()
    .optional()
    .describe('true: only those that no entity claims; false: the others.'),
  problem: workloadProblemSchema.optional(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .optional()
    .describe('Part of the name of the workload, or of its namespace.'),
});

/** Which workloads to list. */
export type WorkloadQuery = Partial<
  Omit<z.output<typeof workloadQuerySchema>, 'unowned'>
> & { unowned?: boolean };

/** The body of `POST /entities/:kind/:namespace/:name/restart`. */
export const restartWorkloadSchema = z.object({
  cluster: clusterName,
  namespace: objectName,
  workloadKind: workloadKindSchema.exclude(['CronJob']),
  name: objectName,
});

/** Which workload to restart. */
export type RestartWorkload = z.infer<typeof restartWorkloadSchema>;

/** The body of `POST /entities/:kind/:namespace/:name/pods/delete`. */
export const deletePodSchema = z.object({
  cluster: clusterName,
  namespace: objectName,
  pod: objectName,
});

/** Which pod to restart. */
export type DeletePod = z.infer<typeof deletePodSchema>;

/** The answer to both: the cluster has accepted it. */
export const restartAnswerSchema = z.object({ requestedAt: z.string() });

/** The cluster has accepted it. */
export type RestartAnswer = z.infer<typeof restartAnswerSchema>;

/** The body of `POST /claims/holders`. */
export const objectHoldersQuerySchema = z.object({
  objects: z
    .array(
      z.object({
        cluster: clusterName,
        namespace: objectName
          .or(z.literal(''))
          .describe('Empty for what is in no namespace.'),
        labels: z.record(z.string().max(400), z.string().max(63)),
      }),
    )
    .max(MAX_HOLDER_OBJECTS),
});
