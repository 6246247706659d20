import { z } from 'zod';

/** How much is asked for, allowed and used. Absent: not set, not measured. */
export const resourceAmountSchema = z.object({
  requested: z.number().optional(),
  limit: z.number().optional(),
  used: z.number().optional(),
});

/** How much is asked for, allowed and used. */
export type ResourceAmount = z.infer<typeof resourceAmountSchema>;

/** Requests and limits against usage, summed over the pods that run. */
export const resourceUseSchema = z.object({
  isMeasured: z
    .boolean()
    .describe('False: the cluster has no metrics for these pods.'),
  measuredAt: z.string().optional(),
  podCount: z.number().describe('Over how many pods it is summed.'),
  cpuCores: resourceAmountSchema,
  memoryBytes: resourceAmountSchema,
  containers: z
    .array(
      z.object({
        name: z.string(),
        cpuCores: resourceAmountSchema,
        memoryBytes: resourceAmountSchema,
      }),
    )
    .describe('Each summed over the pods.'),
});

/** Requests and limits against usage. */
export type ResourceUse = z.infer<typeof resourceUseSchema>;
