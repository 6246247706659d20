import { z } from 'zod';

const nameSchema = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'is not a valid object name');

// YAML reads an unquoted label such as `1.0` as a number; Kubernetes refuses
// that, and so does this schema.
const textRecordSchema = z.record(z.string(), z.string());

const quantitiesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number()]),
);

const portSchema = z.union([z.string(), z.number().int()]);

const containerSchema = z.looseObject({
  name: nameSchema,
  image: z.string().min(1),
  ports: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        containerPort: z.number().int(),
        protocol: z.string().default('TCP'),
      }),
    )
    .optional(),
  resources: z
    .looseObject({
      requests: quantitiesSchema.optional(),
      limits: quantitiesSchema.optional(),
    })
    .default({}),
  readinessProbe: z
    .looseObject({
      httpGet: z.looseObject({ path: z.string().optional() }).optional(),
    })
    .optional(),
});

const podTemplateSchema = z.looseObject({
  metadata: z
    .looseObject({
      labels: textRecordSchema.optional(),
      annotations: textRecordSchema.optional(),
    })
    .default({}),
  spec: z.looseObject({
    containers: z.array(containerSchema).min(1),
    initContainers: z.array(containerSchema).optional(),
    serviceAccountName: z.string().optional(),
  }),
});

const selectorSchema = z.looseObject({
  matchLabels: textRecordSchema.optional(),
});

const metadataSchema = z.looseObject({
  name: nameSchema,
  namespace: nameSchema.optional(),
  labels: textRecordSchema.optional(),
  annotations: textRecordSchema.optional(),
});

const baseFields = {
  apiVersion: z.string(),
  kind: z.string(),
  metadata: metadataSchema,
};

const replicasSchema = z.number().int().min(0).default(1);

const jobSpecSchema = z.looseObject({ template: podTemplateSchema });

/** What the cluster needs to know of each kind; other fields pass unread. */
export const manifestSchemas = {
  Deployment: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      replicas: replicasSchema,
      selector: selectorSchema,
      template: podTemplateSchema,
    }),
  }),
  StatefulSet: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      replicas: replicasSchema,
      serviceName: z.string().optional(),
      selector: selectorSchema,
      template: podTemplateSchema,
      volumeClaimTemplates: z
        .array(
          z.looseObject({
            metadata: z.looseObject({ name: nameSchema }),
            spec: z.looseObject({
              accessModes: z.array(z.string()).optional(),
              storageClassName: z.string().optional(),
              resources: z
                .looseObject({ requests: quantitiesSchema.optional() })
                .optional(),
            }),
          }),
        )
        .optional(),
    }),
  }),
  DaemonSet: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      selector: selectorSchema,
      template: podTemplateSchema,
    }),
  }),
  Job: z.looseObject({ ...baseFields, spec: jobSpecSchema }),
  CronJob: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      schedule: z.string(),
      suspend: z.boolean().default(false),
      jobTemplate: z.looseObject({
        metadata: z
          .looseObject({
            labels: textRecordSchema.optional(),
            annotations: textRecordSchema.optional(),
          })
          .default({}),
        spec: jobSpecSchema,
      }),
    }),
  }),
  Service: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      type: z.string().default('ClusterIP'),
      clusterIP: z.string().optional(),
      selector: textRecordSchema.optional(),
      ports: z
        .array(
          z.looseObject({
            name: z.string().optional(),
            port: z.number().int(),
            targetPort: portSchema.optional(),
            protocol: z.string().default('TCP'),
          }),
        )
        .default([]),
    }),
  }),
  Ingress: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      ingressClassName: z.string().optional(),
      rules: z.array(z.looseObject({ host: z.string().optional() })).optional(),
      tls: z.array(z.looseObject({})).optional(),
    }),
  }),
  HorizontalPodAutoscaler: z.looseObject({
    ...baseFields,
    spec: z.looseObject({
      scaleTargetRef: z.looseObject({ kind: z.string(), name: z.string() }),
      minReplicas: z.number().int().min(1).default(1),
      maxReplicas: z.number().int().min(1),
      targetCPUUtilizationPercentage: z.number().optional(),
      metrics: z
        .array(
          z.looseObject({
            type: z.string(),
            resource: z
              .looseObject({
                name: z.string(),
                target: z.looseObject({
                  type: z.string().optional(),
                  averageUtilization: z.number().optional(),
                }),
              })
              .optional(),
          }),
        )
        .optional(),
    }),
  }),
};

/** Everything else: served as written. */
export const plainManifestSchema = z.looseObject(baseFields);

export type PodTemplate = z.infer<typeof podTemplateSchema>;
export type Container = z.infer<typeof containerSchema>;
export type DeploymentManifest = z.infer<typeof manifestSchemas.Deployment>;
export type StatefulSetManifest = z.infer<typeof manifestSchemas.StatefulSet>;
export type DaemonSetManifest = z.infer<typeof manifestSchemas.DaemonSet>;
export type JobManifest = z.infer<typeof manifestSchemas.Job>;
export type CronJobManifest = z.infer<typeof manifestSchemas.CronJob>;
export type ServiceManifest = z.infer<typeof manifestSchemas.Service>;
export type IngressManifest = z.infer<typeof manifestSchemas.Ingress>;
export type AutoscalerManifest = z.infer<
  typeof manifestSchemas.HorizontalPodAutoscaler
>;
export type PlainManifest = z.infer<typeof plainManifestSchema>;
