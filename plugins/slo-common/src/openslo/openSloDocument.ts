import { z } from 'zod';
import { SLO_MINIMUM_EVENTS_ANNOTATION } from '../annotations';
import {
  alertConditionMetadataSchema,
  alertConditionSpecSchema,
  alertNotificationTargetSpecSchema,
  alertPolicySpecSchema,
} from './alertSchemas';
import {
  connectionDetailsSchema,
  descriptionSchema,
  metadataSchema,
} from './fieldSchemas';
import { sliSpecSchema } from './indicatorSchemas';
import { sloSpecSchema } from './sloSpecSchema';

const apiVersion = z.literal('openslo/v1', {
  error: "must be 'openslo/v1'",
});

const sloMetadataSchema = metadataSchema.refine(
  ({ annotations }) =>
    /^\d{1,9}$/.test(annotations?.[SLO_MINIMUM_EVENTS_ANNOTATION] ?? '0'),
  {
    message: 'must be a whole number of events',
    path: ['annotations', SLO_MINIMUM_EVENTS_ANNOTATION],
  },
);

/** One document of an OpenSLO v1 file, of any of the seven kinds. */
export const openSloDocumentSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      apiVersion,
      kind: z.literal('Service'),
      metadata: metadataSchema,
      spec: z
        .strictObject({ description: descriptionSchema.optional() })
        .nullish(),
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('DataSource'),
      metadata: metadataSchema,
      spec: z.strictObject({
        description: descriptionSchema.optional(),
        type: z.string().min(1).max(100),
        connectionDetails: connectionDetailsSchema,
      }),
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('SLI'),
      metadata: metadataSchema,
      spec: sliSpecSchema,
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('SLO'),
      metadata: sloMetadataSchema,
      spec: sloSpecSchema,
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('AlertPolicy'),
      metadata: metadataSchema,
      spec: alertPolicySpecSchema,
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('AlertCondition'),
      metadata: alertConditionMetadataSchema,
      spec: alertConditionSpecSchema,
    }),
    z.strictObject({
      apiVersion,
      kind: z.literal('AlertNotificationTarget'),
      metadata: metadataSchema,
      spec: alertNotificationTargetSpecSchema,
    }),
  ],
  {
    error:
      'must be one of Service, DataSource, SLI, SLO, AlertPolicy, AlertCondition, AlertNotificationTarget',
  },
);

/** One document of an OpenSLO v1 file. */
export type OpenSloDocument = z.infer<typeof openSloDocumentSchema>;

/** The seven kinds of OpenSLO v1. */
export type OpenSloKind = OpenSloDocument['kind'];

/** A document of one kind. */
export type OpenSloDocumentOf<Kind extends OpenSloKind> = Extract<
  OpenSloDocument,
  { kind: Kind }
>;
