import { z } from 'zod';
import { metadataSchema } from './metadata';
import { conditionSchema, podTemplateSchema } from './podTemplate';
import { selectorSchema } from './selector';

const count = z.number().nullish();

/** Of a StatefulSet or a DaemonSet; a Deployment has another one. */
const updateStrategySchema = z
  .object({
    type: z.string().nullish(),
    rollingUpdate: z.object({ partition: count }).nullish(),
  })
  .nullish();

/** A Deployment. */
export const deploymentSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    replicas: count,
    paused: z.boolean().nullish(),
    selector: selectorSchema.optional(),
    template: podTemplateSchema,
  }),
  status: z
    .object({
      observedGeneration: count,
      replicas: count,
      readyReplicas: count,
      updatedReplicas: count,
      conditions: z.array(conditionSchema).nullish(),
    })
    .default({}),
});

/** A StatefulSet. */
export const statefulSetSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    replicas: count,
    updateStrategy: updateStrategySchema,
    selector: selectorSchema.optional(),
    template: podTemplateSchema,
  }),
  status: z
    .object({
      observedGeneration: count,
      replicas: count,
      readyReplicas: count,
      updatedReplicas: count,
      currentRevision: z.string().optional(),
      updateRevision: z.string().optional(),
    })
    .default({}),
});

/** A DaemonSet. */
export const daemonSetSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    updateStrategy: updateStrategySchema,
    selector: selectorSchema.optional(),
    template: podTemplateSchema,
  }),
  status: z
    .object({
      observedGeneration: count,
      desiredNumberScheduled: count,
      updatedNumberScheduled: count,
      numberReady: count,
    })
    .default({}),
});

/** A CronJob. */
export const cronJobSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    schedule: z.string(),
    timeZone: z.string().nullish(),
    suspend: z.boolean().nullish(),
    jobTemplate: z.object({
      spec: z.object({ template: podTemplateSchema }),
    }),
  }),
  status: z
    .object({
      active: z.array(z.unknown()).nullish(),
      lastScheduleTime: z.string().nullish(),
      lastSuccessfulTime: z.string().nullish(),
    })
    .default({}),
});

/** A Job, as far as it tells how a CronJob went. */
export const jobSchema = z.object({
  metadata: metadataSchema,
  status: z
    .object({ conditions: z.array(conditionSchema).nullish() })
    .default({}),
});

/** A Deployment. */
export type Deployment = z.output<typeof deploymentSchema>;
/** A StatefulSet. */
export type StatefulSet = z.output<typeof statefulSetSchema>;
/** A DaemonSet. */
export type DaemonSet = z.output<typeof daemonSetSchema>;
/** A CronJob. */
export type CronJob = z.output<typeof cronJobSchema>;
/** A Job. */
export type Job = z.output<typeof jobSchema>;
