import { z } from 'zod';
import { environmentTierSchema } from './environment';
import type { SkippedRefs } from '@atrium/common';

/** What happened to a service in an environment. */
export const deploymentKindSchema = z.enum([
  'deployed',
  'upgraded',
  'rolledback',
  'removed',
]);

/** What happened to a service in an environment. */
export type DeploymentKind = z.infer<typeof deploymentKindSchema>;

/** A service was deployed, upgraded, rolled back or removed. */
export const deploymentSchema = z.object({
  id: z.string().describe('Identifies it here; opaque.'),
  kind: deploymentKindSchema,
  service: z.string().describe('What the emitter calls the service.'),
  source: z.string(),
  entityRef: z.string().optional(),
  environment: z.string(),
  tier: environmentTierSchema,
  version: z
    .string()
    .optional()
    .describe('For people; from the event or from the artifact.'),
  artifactId: z.string().optional().describe('A package URL.'),
  commit: z.string().optional(),
  at: z.string(),
  actor: z.string().optional(),
  runId: z.string().optional(),
  url: z.string().optional(),
  cause: z.string().optional(),
});

/** A service was deployed, upgraded, rolled back or removed. */
export type Deployment = z.infer<typeof deploymentSchema>;

/** What a component runs in production, which may be several services. */
export const productionDeploymentsSchema = z.object({
  lastProductionDeployment: deploymentSchema
    .optional()
    .describe(
      'The newest one; of several services, of those that run there still.',
    ),
  productionDeployments: z
    .array(deploymentSchema)
    .optional()
    .describe(
      'Where several services run in production, the newest of each, by name.',
    ),
});

/** What a component runs in production, which may be several services. */
export type ProductionDeployments = z.infer<typeof productionDeploymentsSchema>;

/**
 * How an environment stands to the one before it in promotion order.
 * `behind`: it waits for changes. `ahead`: it runs what the one before never
 * had. `diverged`: both. `different`: other versions, and nothing tells more.
 */
export const environmentDriftSchema = z.enum([
  'none',
  'behind',
  'ahead',
  'diverged',
  'different',
  'unknown',
]);

/** How an environment stands to the one before it. */
export type EnvironmentDrift = z.infer<typeof environmentDriftSchema>;

/** What one service of a component runs in one environment. */
export const environmentCellSchema = z.object({
  environment: z.string(),
  isRunning: z.boolean().describe('False once the service was removed.'),
  deployment: deploymentSchema.describe('The newest one; `at` is since when.'),
  comparedWith: z
    .object({
      environment: z.string(),
      drift: environmentDriftSchema,
      changesAhead: z
        .number()
        .optional()
        .describe('Merged changes that are here but not there.'),
      changesBehind: z
        .number()
        .optional()
        .describe('Merged changes that are there but not here.'),
    })
    .optional()
    .describe(
      'The nearest earlier environment where the service runs; where no environment has several, the nearest one with any.',
    ),
});

/** What one service of a component runs in one environment. */
export type EnvironmentCell = z.infer<typeof environmentCellSchema>;

/** Components by environments. */
export const environmentMatrixSchema = z.object({
  environments: z
    .array(z.object({ name: z.string(), tier: environmentTierSchema }))
    .describe('In promotion order.'),
  items: z.array(
    z.object({
      entityRef: z.string(),
      cells: z
        .array(environmentCellSchema)
        .describe(
          'In promotion order; one for each service that runs in an environment, or for its last one where none does.',
        ),
    }),
  ),
});

/** Components by environments. */
export type EnvironmentMatrix = z.infer<typeof environmentMatrixSchema>;

/** What each service runs in each environment, of several components. */
export interface CurrentDeployments {
  items: Deployment[];
  skipped: SkippedRefs;
}
