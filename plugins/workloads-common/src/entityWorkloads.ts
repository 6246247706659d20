import { z } from 'zod';
import { clusterReadingSchema } from './clusterReading';
import { gitOpsObjectSchema } from './gitOps';
import { warningSchema } from './warning';
import { workloadSchema } from './workload';

/** Where entities say that the same workloads are theirs. */
export const claimConflictsSchema = z.object({
  holders: z
    .array(z.string())
    .describe('Refs of those whose workloads are therefore not shown here.'),
  lostWorkloads: z.number().describe('How many are not shown.'),
  rivals: z
    .array(z.string())
    .describe('Refs of those that claim what is shown here, in vain.'),
});

/** Where entities say that the same workloads are theirs. */
export type ClaimConflicts = z.infer<typeof claimConflictsSchema>;

/** The answer of `GET /entities/:kind/:namespace/:name/workloads`. */
export const entityWorkloadsSchema = z.object({
  entityRef: z.string(),
  items: z.array(workloadSchema).describe('The worst first; never paged.'),
  totalItems: z.number(),
  clusters: z.array(clusterReadingSchema),
  warnings: z.array(warningSchema).describe('The newest first.'),
  warningsSince: z.string(),
  gitOps: z.array(gitOpsObjectSchema),
  runbooks: z
    .array(z.object({ url: z.string(), title: z.string() }))
    .describe('Links of the entity that are runbooks.'),
  conflicts: claimConflictsSchema.describe('As far as the caller sees them.'),
  canRestart: z.boolean().describe('Whether the caller may.'),
  canReadLogs: z.boolean().describe('Whether the caller may.'),
});

/** What runs for an entity. */
export type EntityWorkloads = z.infer<typeof entityWorkloadsSchema>;
