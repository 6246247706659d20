import { z } from 'zod';

/** How much is asked for, allowed and used. Absent: not set, not measured. */
export const resourceAmountSchema = z.object({
  requested: z.number().optional(),
  limit: z.number().optional(),
  used: z.number().optional(),
});

/** How much is asked for, allowed and used. */
export type ResourceAmount = z.infer<typeof resourceAmountSchema>;

/** Requests and limits against usage, each summed over the same pods. */
export const resourceUseSchema = z.object({
  isMeasured: z
    .boolean()
    .describe('False: the cluster has no metrics for these pods.'),
  measuredAt: z.string().optional(),
  podCount: z.number().describe('How many pods run.'),
  measuredPods: z
    .number()
    .describe(
      'Of how many of them usage is known: sums are over these, or over all while it is none.',
    ),
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
