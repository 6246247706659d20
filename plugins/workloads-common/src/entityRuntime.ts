import { entityRefSchema, fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';

/** How many entities one question about what runs may name. */
export const MAX_RUNTIME_REFS = 500;

/** The body of `POST /runtimes/by-entity`. */
export const runtimeQuerySchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).min(1).max(MAX_RUNTIME_REFS),
});

/** How what runs for one entity is, all workloads together. */
export const entityRuntimeSchema = z.object({
  entityRef: z.string(),
  workloads: z.number(),
  desiredPods: z.number(),
  readyPods: z.number(),
  degraded: z
    .number()
    .describe('Workloads with fewer pods ready than wanted, or a failed job.'),
  down: z
    .number()
    .describe('Of these, how many have wanted pods and no ready.'),
  stopped: z.number().describe('Workloads scaled to zero, or suspended.'),
  reason: z
    .string()
    .optional()
    .describe('What the worst degraded workload says.'),
  messages: fieldMessagesSchema.optional().describe('Of `reason`.'),
});

/** How what runs for one entity is. */
export type EntityRuntime = z.infer<typeof entityRuntimeSchema>;

/** The answer of `POST /runtimes/by-entity`; entities without workloads are left out. */
export const entityRuntimesSchema = z.object({
  items: z.array(entityRuntimeSchema),
  readAt: z
    .string()
    .optional()
    .describe('When the clusters were read, the earliest; absent without any.'),
  unreadClusters: z
    .array(z.string())
    .describe('Whose workloads, or some of them, are missing.'),
});

/** How what runs for some entities is. */
export type EntityRuntimes = z.infer<typeof entityRuntimesSchema>;
