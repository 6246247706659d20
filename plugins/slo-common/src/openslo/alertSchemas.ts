import { z } from 'zod';
import { SLO_SHORT_WINDOW_ANNOTATION } from '../annotations';
import {
  MAX_WINDOW_MINUTES,
  nominalMinutes,
  parseDuration,
} from '../definition/duration';
import { referenceOr } from './referenceOr';
import {
  comparisonOperatorSchema,
  descriptionSchema,
  fixedShorthandSchema,
  metadataSchema,
  nameSchema,
} from './fieldSchemas';

const alertWindowSchema = fixedShorthandSchema.refine(
  value => {
    const duration = parseDuration(value);
    return !duration || nominalMinutes(duration) <= MAX_WINDOW_MINUTES;
  },
  { message: 'must be at most two years' },
);

export const alertConditionSpecSchema = z.strictObject({
  description: descriptionSchema.optional(),
  severity: z.string().min(1).max(100),
  condition: z.strictObject({
    kind: z
      .literal('burnrate', { error: 'must be burnrate' })
      .optional()
      .describe('burnrate when left out'),
    op: comparisonOperatorSchema,
    threshold: z.number().min(0).max(1_000_000),
    lookbackWindow: alertWindowSchema,
    alertAfter: z.union([z.literal('0m'), alertWindowSchema]).optional(),
  }),
});

/** Checks what an annotation of ours says. */
export const alertConditionMetadataSchema = metadataSchema.refine(
  ({ annotations }) => {
    const shortWindow = annotations?.[SLO_SHORT_WINDOW_ANNOTATION];
    return (
      shortWindow === undefined ||
      alertWindowSchema.safeParse(shortWindow).success
    );
  },
  {
    message:
      'must be a duration in minutes, hours, days or weeks of at most two years, such as 5m',
    path: ['annotations', SLO_SHORT_WINDOW_ANNOTATION],
  },
);

export const alertNotificationTargetSpecSchema = z.strictObject({
  description: descriptionSchema.optional(),
  target: z.string().min(1).max(200),
});

const inlineConditionSchema = z.strictObject({
  apiVersion: z.literal('openslo/v1').optional(),
  kind: z.literal('AlertCondition').optional(),
  metadata: alertConditionMetadataSchema,
  spec: alertConditionSpecSchema,
});

const inlineTargetSchema = z.strictObject({
  apiVersion: z.literal('openslo/v1').optional(),
  kind: z.literal('AlertNotificationTarget').optional(),
  metadata: metadataSchema,
  spec: alertNotificationTargetSpecSchema,
});

export const alertPolicySpecSchema = z.strictObject({
  description: descriptionSchema.optional(),
  alertWhenNoData: z.boolean().optional(),
  alertWhenResolved: z.boolean().optional(),
  alertWhenBreaching: z.boolean().optional(),
  conditions: z
    .array(
      referenceOr('conditionRef', {
        name: nameSchema,
        inline: inlineConditionSchema,
      }),
    )
    .max(1, { message: 'must have at most one condition' })
    .nullish(),
  notificationTargets: z
    .array(
      referenceOr('targetRef', {
        name: nameSchema,
        inline: inlineTargetSchema,
      }),
    )
    .nullish(),
});

/** An AlertPolicy inside an SLO. */
export const inlineAlertPolicySchema = z.strictObject({
  apiVersion: z.literal('openslo/v1').optional(),
  kind: z.literal('AlertPolicy').optional(),
  metadata: metadataSchema,
  spec: alertPolicySpecSchema,
});
