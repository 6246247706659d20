import { z } from 'zod';
import { metadataSchema } from './metadata';
import { conditionSchema } from './podTemplate';

const applicationSourceSchema = z.object({
  repoURL: z.string().optional(),
  path: z.string().optional(),
  chart: z.string().optional(),
});

/** An Application of Argo CD. */
export const applicationSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    source: applicationSourceSchema.optional(),
    sources: z.array(applicationSourceSchema).optional(),
    destination: z
      .object({ name: z.string().optional(), server: z.string().optional() })
      .default({}),
  }),
  status: z
    .object({
      sync: z
        .object({
          status: z.string().optional(),
          revision: z.string().optional(),
          revisions: z.array(z.string()).optional(),
        })
        .default({}),
      health: z
        .object({
          status: z.string().optional(),
          message: z.string().optional(),
        })
        .default({}),
      operationState: z
        .object({
          phase: z.string().optional(),
          message: z.string().optional(),
          finishedAt: z.string().nullish(),
        })
        .optional(),
      conditions: z
        .array(z.object({ type: z.string(), message: z.string().default('') }))
        .nullish(),
      resources: z
        .array(
          z.object({
            kind: z.string(),
            namespace: z.string().default(''),
            name: z.string(),
          }),
        )
        .nullish(),
    })
    .prefault({}),
});

/** An Application of Argo CD. */
export type Application = z.output<typeof applicationSchema>;

const fluxStatusSchema = z.object({
  lastAppliedRevision: z.string().optional(),
  lastAttemptedRevision: z.string().optional(),
  conditions: z.array(conditionSchema).nullish(),
});

/** A Kustomization of Flux. */
export const kustomizationSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    suspend: z.boolean().nullish(),
    path: z.string().optional(),
    sourceRef: z.object({ name: z.string() }).optional(),
  }),
  status: fluxStatusSchema
    .extend({
      inventory: z
        .object({ entries: z.array(z.object({ id: z.string() })).default([]) })
        .nullish(),
    })
    .default({}),
});

/** A Kustomization of Flux. */
export type Kustomization = z.output<typeof kustomizationSchema>;

/** A HelmRelease of Flux. */
export const helmReleaseSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    suspend: z.boolean().nullish(),
    releaseName: z.string().optional(),
    targetNamespace: z.string().optional(),
    chart: z
      .object({
        spec: z.object({
          chart: z.string().optional(),
          version: z.string().optional(),
        }),
      })
      .optional(),
  }),
  status: fluxStatusSchema
    .extend({
      history: z
        .array(
          z.object({
            chartName: z.string().optional(),
            chartVersion: z.string().optional(),
            appVersion: z.string().optional(),
            lastDeployed: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .default({}),
});

/** A HelmRelease of Flux. */
export type HelmRelease = z.output<typeof helmReleaseSchema>;
