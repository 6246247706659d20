import { z } from 'zod';
import {
  descriptionSchema,
  freeFormObjectSchema,
  metadataSchema,
  nameSchema,
} from './fieldSchemas';

const metricSchema = z.strictObject({
  metricSource: z
    .strictObject({
      metricSourceRef: nameSchema.optional(),
      type: z.string().min(1).max(100).optional(),
      spec: freeFormObjectSchema,
    })
    .refine(
      ({ metricSourceRef, type }) =>
        metricSourceRef !== undefined || type !== undefined,
      { message: 'is required without metricSourceRef', path: ['type'] },
    ),
});

/** One query of an SLI. */
export type OpenSloMetric = z.infer<typeof metricSchema>;

const ratioMetricSchema = z
  .strictObject({
    counter: z.boolean().optional(),
    good: metricSchema.optional(),
    bad: metricSchema.optional(),
    total: metricSchema.optional(),
    rawType: z
      .enum(['success', 'failure'], {
        error: 'must be success or failure',
      })
      .optional(),
    raw: metricSchema.optional(),
  })
  .superRefine((metric, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (metric.raw) {
      for (const part of ['good', 'bad', 'total'] as const) {
        if (metric[part]) {
          report(part, 'must not be used together with raw');
        }
      }
      if (!metric.rawType) {
        report('rawType', 'is required with raw');
      }
      return;
    }
    if (metric.rawType) {
      report('rawType', 'is for raw only');
    }
    if (!metric.total) {
      report('total', 'is required, unless there is raw');
    }
    if (metric.good && metric.bad) {
      report('bad', 'must not be used together with good');
    }
    if (!metric.good && !metric.bad) {
      report('good', 'or bad is required with total');
    }
  });

/** What an SLI measures. */
export const sliSpecSchema = z
  .strictObject({
    description: descriptionSchema.optional(),
    thresholdMetric: metricSchema.optional(),
    ratioMetric: ratioMetricSchema.optional(),
  })
  .refine(
    ({ thresholdMetric, ratioMetric }) =>
      (thresholdMetric === undefined) !== (ratioMetric === undefined),
    { message: 'must have exactly one of thresholdMetric and ratioMetric' },
  );

/** What an SLI measures. */
export type OpenSloSliSpec = z.infer<typeof sliSpecSchema>;

/** An SLI inside an SLO or an objective. */
export const inlineSliSchema = z.strictObject({
  apiVersion: z.literal('openslo/v1').optional(),
  kind: z.literal('SLI').optional(),
  metadata: metadataSchema,
  spec: sliSpecSchema,
});

/** An SLI inside an SLO or an objective. */
export type OpenSloInlineSli = z.infer<typeof inlineSliSchema>;
