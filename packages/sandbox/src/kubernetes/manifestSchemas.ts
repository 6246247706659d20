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

const containerSchema = z.looseObject({
  name: nameSchema,
  image: z.string().min(1),
  resources: z
    .looseObject({
      requests: quantitiesSchema.optional(),
      limits: quantitiesSchema.optional(),
    })
    .default({}),
});

const templateMetadataSchema = z
  .looseObject({
    labels: textRecordSchema.optional(),
    annotations: textRecordSchema.optional(),
  })
  .default({});

const podTemplateSchema = z.looseObject({
  metadata: templateMetadataSchema,
  spec: z.looseObject({
    containers: z.array(containerSchema).min(1),
    serviceAccountName: z.string().optional(),
  }),
});

const metadataSchema = z.looseObject({
  name: nameSchema,
  namespace: nameSchema.optional(),
  labels: textRecordSchema.optional(),
  annotations: textRecordSchema.optional(),
});

const workloadFields = {
  selector: z.looseObject({ matchLabels: textRecordSchema.optional() }),
  template: podTemplateSchema,
};

const replicasSchema = z.number().int().min(0).default(1);

const jobSpecSchema = z.looseObject({ template: podTemplateSchema });

function manifest<Kind extends string, Spec extends z.ZodType>(
  kind: Kind,
  spec: Spec,
) {
  return z.looseObject({
    apiVersion: z.string(),
    kind: z.literal(kind),
    metadata: metadataSchema,
    spec,
  });
}

/** What controllers act on, and what they need of it; other fields pass unread. */
export const manifestSchema = z.discriminatedUnion('kind', [
  manifest(
    'Deployment',
    z.looseObject({ replicas: replicasSchema, ...workloadFields }),
  ),
  manifest(
    'StatefulSet',
    z.looseObject({ replicas: replicasSchema, ...workloadFields }),
  ),
  manifest('DaemonSet', z.looseObject(workloadFields)),
  manifest('Job', jobSpecSchema),
  manifest(
    'CronJob',
    z.looseObject({
      schedule: z.string(),
      suspend: z.boolean().default(false),
      jobTemplate: z.looseObject({
        metadata: templateMetadataSchema,
        spec: jobSpecSchema,
      }),
    }),
  ),
  manifest(
    'Service',
    z.looseObject({
      type: z.string().default('ClusterIP'),
      clusterIP: z.string().optional(),
      ports: z
        .array(
          z.looseObject({
            port: z.number().int(),
            protocol: z.string().default('TCP'),
          }),
        )
        .default([]),
    }),
  ),
  manifest(
    'HorizontalPodAutoscaler',
    z.looseObject({
      scaleTargetRef: z.looseObject({ kind: z.string(), name: z.string() }),
      minReplicas: z.number().int().min(1).default(1),
      maxReplicas: z.number().int().min(1),
      metrics: z
        .array(
          z.looseObject({
            type: z.string(),
            resource: z.looseObject({ name: z.string() }).optional(),
          }),
        )
        .optional(),
    }),
  ),
]);

/** Everything else: served as written. */
export const plainManifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: metadataSchema,
});

export type PodTemplate = z.infer<typeof podTemplateSchema>;
export type Container = z.infer<typeof containerSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestOf<Kind extends Manifest['kind']> = Extract<
  Manifest,
  { kind: Kind }
>;
export type PlainManifest = z.infer<typeof plainManifestSchema>;
