import { z } from 'zod';

/** A pod of a workload. */
export const podSchema = z.object({
  name: z.string(),
  phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
  status: z
    .string()
    .describe('As kubectl shows it, for example CrashLoopBackOff.'),
  message: z
    .string()
    .optional()
    .describe('What the kubelet or the scheduler says of it.'),
  isReady: z.boolean(),
  isTerminating: z.boolean(),
  restarts: z.number(),
  lastTermination: z
    .object({
      container: z.string(),
      reason: z.string().describe('For example OOMKilled or Error.'),
      exitCode: z.number(),
      at: z.string().optional(),
    })
    .optional()
    .describe('The newest one among its containers.'),
  createdAt: z.string(),
  node: z.string().optional(),
  versions: z.array(z.string()).describe('What its containers run.'),
  containers: z.array(z.string()).describe('Its sidecars come last.'),
});

/** A pod of a workload. */
export type Pod = z.infer<typeof podSchema>;
