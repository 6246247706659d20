import { z } from 'zod';
import { quantitySchema } from './quantity';

const quantitiesSchema = z.record(z.string(), quantitySchema);

const securityContextSchema = z
  .object({
    runAsNonRoot: z.boolean().nullish(),
    runAsUser: z.number().nullish(),
  })
  .nullish();

/** Only whether there is one matters. */
const probeSchema = z.object({}).nullish();

const containerSchema = z.object({
  name: z.string(),
  image: z.string().default(''),
  resources: z
    .object({
      requests: quantitiesSchema.nullish(),
      limits: quantitiesSchema.nullish(),
    })
    .nullish(),
  livenessProbe: probeSchema,
  readinessProbe: probeSchema,
  securityContext: securityContextSchema,
});

/** A container of a pod or of a template. */
export type Container = z.output<typeof containerSchema>;

/** What of a pod is written by people. */
export const podSpecSchema = z.object({
  containers: z.array(containerSchema),
  initContainers: z
    .array(containerSchema.extend({ restartPolicy: z.string().nullish() }))
    .nullish(),
  nodeName: z.string().optional(),
  securityContext: securityContextSchema,
});

/** The template of pods in a workload. */
export const podTemplateSchema = z.object({
  metadata: z
    .object({
      labels: z.record(z.string(), z.string()).nullish(),
      annotations: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
  spec: podSpecSchema,
});

/** The template of pods in a workload. */
export type PodTemplate = z.output<typeof podTemplateSchema>;

/** One of the conditions in a status. */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  lastTransitionTime: z.string().nullish(),
});

/** One of the conditions in a status. */
export type Condition = z.output<typeof conditionSchema>;
