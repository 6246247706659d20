import { z } from 'zod';

/** An object of Argo CD or Flux that brings the manifests of an entity. */
export const gitOpsObjectSchema = z.object({
  id: z.string().describe('Unique in the answer; opaque.'),
  cluster: z.string().describe('Where it lives.'),
  workloadClusters: z
    .array(z.string())
    .describe(
      'Where the workloads of the entity are that it brings; where that is not known, all they may be in.',
    ),
  namespace: z.string(),
  tool: z.enum(['argo-cd', 'flux']),
  kind: z.enum(['Application', 'Kustomization', 'HelmRelease']),
  name: z.string(),
  sync: z.enum(['synced', 'out-of-sync', 'syncing', 'suspended', 'unknown']),
  health: z.enum([
    'healthy',
    'progressing',
    'degraded',
    'suspended',
    'missing',
    'unknown',
  ]),
  revision: z.string().optional().describe('What is applied.'),
  attemptedRevision: z
    .string()
    .optional()
    .describe('What was tried last, where it is another one.'),
  source: z.string().optional().describe('A repository or a chart.'),
  path: z.string().optional(),
  lastSyncedAt: z.string().optional(),
  message: z.string().optional().describe('What the tool says of it.'),
  matchedBy: z
    .enum(['label', 'resource'])
    .describe('resource: it names a workload of the entity.'),
});

/** An object of Argo CD or Flux that brings the manifests of an entity. */
export type GitOpsObject = z.infer<typeof gitOpsObjectSchema>;
