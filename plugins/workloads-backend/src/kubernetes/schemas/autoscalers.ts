import { z } from 'zod';
import { metadataSchema } from './metadata';
import { conditionSchema } from './podTemplate';
import { quantitySchema } from './quantity';

const metricValueSchema = z
  .object({
    averageUtilization: z.number().nullish(),
    averageValue: quantitySchema.nullish(),
    value: quantitySchema.nullish(),
  })
  .default({});

const named = z.object({ name: z.string() });

/** Which of them is set depends on `type`. */
const metricSchema = z.object({
  type: z.string(),
  resource: z
    .object({
      name: z.string(),
      target: metricValueSchema,
      current: metricValueSchema,
    })
    .optional(),
  containerResource: z
    .object({
      name: z.string(),
      container: z.string(),
      target: metricValueSchema,
      current: metricValueSchema,
    })
    .optional(),
  pods: z
    .object({
      metric: named,
      target: metricValueSchema,
      current: metricValueSchema,
    })
    .optional(),
  object: z
    .object({
      metric: named,
      target: metricValueSchema,
      current: metricValueSchema,
    })
    .optional(),
  external: z
    .object({
      metric: named,
      target: metricValueSchema,
      current: metricValueSchema,
    })
    .optional(),
});

/** A metric that an autoscaler goes by, or its present value. */
export type AutoscalerMetric = z.output<typeof metricSchema>;

/** A HorizontalPodAutoscaler of autoscaling/v2. */
export const autoscalerObjectSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: z.number().nullish(),
    maxReplicas: z.number(),
    metrics: z.array(metricSchema).nullish(),
  }),
  status: z
    .object({
      currentReplicas: z.number().nullish(),
      desiredReplicas: z.number().nullish(),
      lastScaleTime: z.string().nullish(),
      currentMetrics: z.array(metricSchema).nullish(),
      conditions: z.array(conditionSchema).nullish(),
    })
    .default({}),
});

/** A HorizontalPodAutoscaler. */
export type AutoscalerObject = z.output<typeof autoscalerObjectSchema>;
