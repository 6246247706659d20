import { z } from 'zod';
import { metadataSchema } from './metadata';
import { conditionSchema, podSpecSchema } from './podTemplate';
import { quantitySchema } from './quantity';

const terminatedSchema = z.object({
  exitCode: z.number().default(0),
  reason: z.string().optional(),
  message: z.string().optional(),
  finishedAt: z.string().nullish(),
});

const stateSchema = z
  .object({
    waiting: z
      .object({ reason: z.string().optional(), message: z.string().optional() })
      .nullish(),
    running: z.object({}).nullish(),
    terminated: terminatedSchema.nullish(),
  })
  .default({});

const containerStatusSchema = z.object({
  name: z.string(),
  imageID: z.string().default(''),
  ready: z.boolean().default(false),
  restartCount: z.number().default(0),
  state: stateSchema,
  lastState: stateSchema,
});

/** The state of a container. */
export type ContainerStatus = z.output<typeof containerStatusSchema>;

/** A Pod. */
export const podObjectSchema = z.object({
  metadata: metadataSchema,
  spec: podSpecSchema,
  status: z
    .object({
      phase: z
        .enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'])
        .default('Unknown'),
      reason: z.string().optional(),
      message: z.string().optional(),
      conditions: z.array(conditionSchema).nullish(),
      containerStatuses: z.array(containerStatusSchema).nullish(),
      initContainerStatuses: z.array(containerStatusSchema).nullish(),
    })
    .prefault({}),
});

/** A Pod. */
export type PodObject = z.output<typeof podObjectSchema>;

/** What the metrics API tells of a pod. */
export const podMetricsSchema = z.object({
  metadata: metadataSchema,
  timestamp: z.string().nullish(),
  containers: z
    .array(
      z.object({
        name: z.string(),
        usage: z.object({
          cpu: quantitySchema.optional(),
          memory: quantitySchema.optional(),
        }),
      }),
    )
    .default([]),
});

/** What the metrics API tells of a pod. */
export type PodMetrics = z.output<typeof podMetricsSchema>;

/** An Event. */
export const eventSchema = z.object({
  metadata: metadataSchema,
  involvedObject: z.object({
    kind: z.string().default(''),
    namespace: z.string().default(''),
    name: z.string().default(''),
  }),
  type: z.string().optional(),
  reason: z.string().default('Unknown'),
  message: z.string().nullish(),
  count: z.number().nullish(),
  firstTimestamp: z.string().nullish(),
  lastTimestamp: z.string().nullish(),
  eventTime: z.string().nullish(),
  series: z
    .object({
      count: z.number().nullish(),
      lastObservedTime: z.string().nullish(),
    })
    .nullish(),
});

/** An Event. */
export type EventObject = z.output<typeof eventSchema>;
