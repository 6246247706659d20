import { z } from 'zod';

/**
 * Why something of a cluster could not be read.
 * - `unreachable`: there was no answer
 * - `timeout`: the answer took too long
 * - `unauthorized`: the cluster does not accept the token of the portal
 * - `forbidden`: the token may not read this, see `namespace`
 * - `missing-api`: the cluster does not serve this API
 * - `failed`: the cluster answered with another error
 */
export const clusterProblemKindSchema = z.enum([
  'unreachable',
  'timeout',
  'unauthorized',
  'forbidden',
  'missing-api',
  'failed',
]);

/** Why something of a cluster could not be read. */
export type ClusterProblemKind = z.infer<typeof clusterProblemKindSchema>;

/** One thing that could not be read in a cluster. */
export const clusterProblemSchema = z.object({
  kind: clusterProblemKindSchema,
  resources: z
    .array(z.string())
    .describe('What is missing for it, for example pods; empty: everything.'),
  namespace: z
    .string()
    .optional()
    .describe('Set when it is about one namespace only.'),
  message: z.string().describe('A sentence for people, with what to do.'),
  detail: z.string().optional().describe('What the cluster said.'),
});

/** One thing that could not be read in a cluster. */
export type ClusterProblem = z.infer<typeof clusterProblemSchema>;

/** What came of asking one cluster. */
export const clusterReadingSchema = z.object({
  cluster: z.string(),
  title: z.string().optional().describe('For people, where it is configured.'),
  dashboardUrl: z.string().optional(),
  status: z
    .enum(['read', 'partly-read', 'not-read'])
    .describe(
      'partly-read: workloads are there, and something beside them or of a namespace is missing.',
    ),
  isMeasured: z
    .boolean()
    .describe('Whether the metrics API told what pods use.'),
  readAt: z
    .string()
    .describe('How fresh it is; answers are kept for some seconds.'),
  problems: z.array(clusterProblemSchema),
});

/** What came of asking one cluster. */
export type ClusterReading = z.infer<typeof clusterReadingSchema>;
