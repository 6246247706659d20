import { fieldMessagesSchema, type Page } from '@atrium/common';
import { z } from 'zod';
import { apiDeprecationSchema } from './apiDeprecation';
import { type ClusterReading, clusterReadingSchema } from './clusterReading';
import {
  containerImageSchema,
  replicasSchema,
  versionVerdictSchema,
  workloadHealthSchema,
  workloadKindSchema,
} from './workload';

/**
 * What may be wrong with a workload, worst first.
 * - `not-ready`: fewer pods are ready than wanted
 * - `version-drift`: it runs another version than delivery says
 * - `deprecated-api`: it was applied by a deprecated or removed API version
 * - `no-digest`: an image is named by a tag, which may move
 * - `no-limits`: a container has no memory limit
 */
export const workloadProblemSchema = z.enum([
  'not-ready',
  'version-drift',
  'deprecated-api',
  'no-digest',
  'no-limits',
]);

/** What may be wrong with a workload. */
export type WorkloadProblem = z.infer<typeof workloadProblemSchema>;

/** A workload in the list across clusters. */
export const workloadRowSchema = z.object({
  id: z.string().describe('Unique across clusters; opaque.'),
  cluster: z.string(),
  namespace: z.string(),
  kind: workloadKindSchema,
  name: z.string(),
  environment: z.string().optional(),
  createdAt: z.string(),
  entityRef: z
    .string()
    .optional()
    .describe('Absent: no entity of the catalog claims it.'),
  entityTitle: z.string().optional(),
  ownerRef: z.string().optional(),
  kubernetesId: z
    .string()
    .optional()
    .describe('The label it carries, also when no entity has it.'),
  health: workloadHealthSchema,
  healthReason: z.string(),
  messages: fieldMessagesSchema.optional().describe('Of `healthReason`.'),
  replicas: replicasSchema.optional(),
  images: z.array(containerImageSchema),
  apiVersion: z.string().describe('By which it was applied.'),
  deprecation: apiDeprecationSchema.optional(),
  versionVerdict: versionVerdictSchema,
  deployedVersion: z.string().optional().describe('As delivery tells it.'),
  problems: z.array(workloadProblemSchema),
});

/** A workload in the list across clusters. */
export type WorkloadRow = z.infer<typeof workloadRowSchema>;

/** The answer of `GET /workloads`. */
export type WorkloadPage = Page<WorkloadRow> & { clusters: ClusterReading[] };

/** An object beside the workloads that was applied by an old API version. */
export const deprecatedObjectSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  kind: z.string().describe('Ingress or HorizontalPodAutoscaler.'),
  name: z.string(),
  entityRef: z.string().optional(),
  ownerRef: z.string().optional(),
  deprecation: apiDeprecationSchema,
});

/** An object beside the workloads that was applied by an old API version. */
export type DeprecatedObject = z.infer<typeof deprecatedObjectSchema>;

const problemCountsSchema = z.record(workloadProblemSchema, z.number());

/** The answer of `GET /workloads/summary`. */
export const workloadSummarySchema = z.object({
  totalWorkloads: z.number(),
  unowned: z.number().describe('Workloads that no entity claims.'),
  problems: problemCountsSchema,
  owners: z
    .array(
      z.object({
        ownerRef: z.string(),
        workloads: z.number(),
        withProblems: z.number(),
        problems: problemCountsSchema,
      }),
    )
    .describe('Those with most problems first.'),
  deprecations: z
    .array(
      z.object({
        deprecation: apiDeprecationSchema,
        workloads: z.number(),
      }),
    )
    .describe('Removed ones first, then the most used.'),
  deprecatedObjects: z
    .array(deprecatedObjectSchema)
    .optional()
    .describe('Beside the workloads; at most 200.'),
  namespaces: z
    .array(
      z.object({
        cluster: z.string(),
        namespace: z.string(),
        workloads: z.number(),
      }),
    )
    .describe('What the filters can choose among.'),
  clusters: z.array(clusterReadingSchema),
});

/** Counts across clusters. */
export type WorkloadSummary = z.infer<typeof workloadSummarySchema>;
