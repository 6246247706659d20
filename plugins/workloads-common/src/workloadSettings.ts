import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';
import { apiDeprecationSchema } from './apiDeprecation';
import { workloadKindSchema } from './workload';

/** How many entities one question about settings may name. */
export const MAX_SETTINGS_REFS = 500;

/** The body of `POST /settings/by-entity`. */
export const workloadSettingsQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).max(MAX_SETTINGS_REFS),
});

const containerSettingsSchema = z.object({
  name: z.string(),
  image: z.string(),
  hasDigest: z.boolean(),
  hasLivenessProbe: z.boolean(),
  hasReadinessProbe: z.boolean(),
  /** Of cpu and memory, those that are set. */
  requests: z.array(z.enum(['cpu', 'memory'])),
  limits: z.array(z.enum(['cpu', 'memory'])),
  isNonRootEnforced: z
    .boolean()
    .describe('Whether the cluster refuses to run it as root.'),
});

/** What is written of one workload. */
export const workloadSettingsSchema = z.object({
  id: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  kind: workloadKindSchema,
  name: z.string(),
  environment: z.string().optional(),
  replicas: z.number().optional().describe('Wanted; absent for a CronJob.'),
  containers: z.array(containerSettingsSchema),
  deprecation: apiDeprecationSchema.optional(),
  restarts: z
    .number()
    .optional()
    .describe(
      'Of the containers of its pods; absent where these were not read.',
    ),
});

/** What is written of one workload. */
export type WorkloadSettings = z.infer<typeof workloadSettingsSchema>;

/** The answer of `POST /settings/by-entity`, which other plugins ask. */
export const entityWorkloadSettingsSchema = z.object({
  items: z
    .array(
      z.object({
        entityRef: z.string(),
        workloads: z
          .array(workloadSettingsSchema)
          .describe('Those that are proven to belong to it.'),
      }),
    )
    .describe('In the order asked.'),
  unreadClusters: z
    .array(z.string())
    .describe('Whose workloads, or some of them, are missing.'),
});

/** What is written of the workloads of several entities. */
export type EntityWorkloadSettings = z.infer<
  typeof entityWorkloadSettingsSchema
>;
