import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';
import { apiDeprecationSchema } from './apiDeprecation';
import { podSchema } from './pod';
import { resourceUseSchema } from './resourceUse';

/** The kinds of objects that are called workloads here. */
export const workloadKindSchema = z.enum([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
]);

/** The kinds of objects that are called workloads here. */
export type WorkloadKind = z.infer<typeof workloadKindSchema>;

/**
 * How a workload is.
 * - `progressing`: it is being rolled out and nothing is wrong yet
 * - `degraded`: fewer pods are ready than wanted, or the last job failed
 * - `stopped`: scaled to zero, or suspended
 */
export const workloadHealthSchema = z.enum([
  'healthy',
  'progressing',
  'degraded',
  'stopped',
]);

/** How a workload is. */
export type WorkloadHealth = z.infer<typeof workloadHealthSchema>;

/** Whether what runs is what delivery says was deployed. */
export const versionVerdictSchema = z.enum(['same', 'different', 'unknown']);

/** Whether what runs is what delivery says was deployed. */
export type VersionVerdict = z.infer<typeof versionVerdictSchema>;

/** Numbers of pods. */
export const replicasSchema = z.object({
  desired: z.number(),
  ready: z.number(),
  updated: z.number().describe('Made from the newest template.'),
});

/** Numbers of pods. */
export type Replicas = z.infer<typeof replicasSchema>;

/** An image as a container names it. */
export const containerImageSchema = z.object({
  container: z.string(),
  image: z.string().describe('The whole reference.'),
  repository: z.string().describe('Without tag and digest.'),
  tag: z.string().optional(),
  digest: z
    .string()
    .optional()
    .describe('Set when the reference pins it, as sha256:...'),
  version: z
    .string()
    .describe('For people: the tag, else the short digest, else latest.'),
});

/** An image as a container names it. */
export type ContainerImage = z.infer<typeof containerImageSchema>;

/** An image that pods of a workload run; several during a rollout. */
export const runningImageSchema = containerImageSchema.extend({
  podCount: z.number(),
  isCurrent: z
    .boolean()
    .describe('Whether it is the one that the newest template names.'),
  runningDigests: z
    .array(z.string())
    .optional()
    .describe(
      'What nodes resolved the reference to; several where a tag has moved. Absent: not known.',
    ),
});

/** An image that pods of a workload run. */
export type RunningImage = z.infer<typeof runningImageSchema>;

/** What runs, compared with what was deployed. */
export const versionComparisonSchema = z.object({
  environment: z
    .string()
    .optional()
    .describe('What the cluster or namespace stands for, by configuration.'),
  verdict: versionVerdictSchema,
  reason: z.string().describe('Why, in a sentence.'),
  messages: fieldMessagesSchema.optional().describe('Of `reason`.'),
  running: z.array(z.string()).describe('The versions in the pods.'),
  deployed: z
    .object({
      version: z.string().optional(),
      at: z.string(),
      actor: z.string().optional(),
      artifactId: z.string().optional(),
      commit: z.string().optional(),
      url: z.string().optional(),
    })
    .optional()
    .describe('The newest deployment there, as delivery tells it.'),
});

/** What runs, compared with what was deployed. */
export type VersionComparison = z.infer<typeof versionComparisonSchema>;

/** A figure that an autoscaler looks at. */
export const autoscalerValueSchema = z.union([
  z.object({
    utilization: z
      .number()
      .describe(
        'Part of what is requested, which may be more than all of it: 0.7.',
      ),
  }),
  z.object({
    quantity: z.string().describe('As Kubernetes writes it: 200m, 1Gi.'),
  }),
]);

/** A figure that an autoscaler looks at. */
export type AutoscalerValue = z.infer<typeof autoscalerValueSchema>;

/** How an autoscaler sets the number of pods. */
export const autoscalerSchema = z.object({
  name: z.string(),
  min: z.number(),
  max: z.number(),
  current: z.number(),
  desired: z.number(),
  isAtMax: z.boolean(),
  metrics: z.array(
    z.object({
      name: z.string().describe('For example cpu.'),
      container: z.string().optional().describe('Absent: of the whole pod.'),
      current: autoscalerValueSchema
        .optional()
        .describe('Absent: not measured.'),
      target: autoscalerValueSchema.optional(),
    }),
  ),
  problem: z.string().optional().describe('Why it does not scale.'),
  lastScaledAt: z.string().optional(),
  deprecation: apiDeprecationSchema.optional(),
});

/** How an autoscaler sets the number of pods. */
export type Autoscaler = z.infer<typeof autoscalerSchema>;

/** When a CronJob runs, and how it went. */
export const cronScheduleSchema = z.object({
  expression: z.string(),
  timeZone: z.string().optional(),
  isSuspended: z.boolean(),
  activeJobs: z.number(),
  lastScheduledAt: z.string().optional(),
  lastSucceededAt: z.string().optional(),
  lastFailedAt: z.string().optional(),
});

/** When a CronJob runs, and how it went. */
export type CronSchedule = z.infer<typeof cronScheduleSchema>;

/** A workload of an entity with everything around it. */
export const workloadSchema = z.object({
  id: z.string().describe('Unique across clusters; opaque.'),
  cluster: z.string(),
  namespace: z.string(),
  kind: workloadKindSchema,
  name: z.string(),
  createdAt: z.string(),
  health: workloadHealthSchema,
  healthReason: z.string().describe('Why, in a sentence.'),
  messages: fieldMessagesSchema.optional().describe('Of `healthReason`.'),
  isRollingOut: z.boolean(),
  restartedAt: z
    .string()
    .optional()
    .describe('When a restart was asked for the last time.'),
  isConfirmed: z
    .boolean()
    .describe(
      'Whether a rule of the portal confirms that it is of the entity.',
    ),
  canBeRestarted: z
    .boolean()
    .describe(
      'False for a CronJob, for what is paused or updated by OnDelete, and for what is not confirmed unless the caller is an administrator.',
    ),
  isPaused: z
    .boolean()
    .optional()
    .describe(
      'Whether rollouts of a Deployment wait until somebody resumes them; absent: no.',
    ),
  isOnDelete: z
    .boolean()
    .optional()
    .describe(
      'Whether a StatefulSet or DaemonSet replaces a pod only once somebody deletes it; absent: no.',
    ),
  replicas: replicasSchema.optional().describe('Absent for a CronJob.'),
  schedule: cronScheduleSchema.optional().describe('Of a CronJob.'),
  images: z.array(runningImageSchema),
  version: versionComparisonSchema,
  resources: resourceUseSchema,
  autoscaler: autoscalerSchema.optional(),
  deprecation: apiDeprecationSchema.optional(),
  pods: z.array(podSchema),
});

/** A workload of an entity with everything around it. */
export type Workload = z.infer<typeof workloadSchema>;
