import {
  entityRefSchema,
  instantSchema,
  pageQuerySchema,
  recentPeriodQuerySchema,
  repeated,
} from '@atrium/common';
import { z } from 'zod';
import { sloStateSchema } from '../budget/sloState';
import { sloAlertStateSchema } from './alerts';
import { seriesStepSchema } from './series';

const name = z.string().min(1).max(63);

/** The query of `GET /slos`. */
export const sloListQuerySchema = pageQuerySchema.extend({
  entityRef: repeated(entityRefSchema, 100)
    .optional()
    .describe(
      'Entities, or systems, domains and groups that stand for theirs.',
    ),
  ownerRef: entityRefSchema.optional(),
  systemRef: entityRefSchema.optional(),
  state: repeated(sloStateSchema, sloStateSchema.options.length).optional(),
  name: name.optional(),
  service: name.optional(),
});

/** The query of `GET /statuses`. */
export const statusQuerySchema = z.object({
  entityRef: repeated(entityRefSchema, 100),
});

/** The query of `GET /slos/:id/series`. */
export const seriesQuerySchema = recentPeriodQuerySchema.and(
  z.object({
    objectiveId: z.string().min(1).max(100).optional(),
    step: seriesStepSchema.optional(),
  }),
);

/** The query of `GET /heat-map`. */
export const heatMapQuerySchema = pageQuerySchema.extend({
  ownerRef: entityRefSchema.optional(),
  systemRef: entityRefSchema.optional(),
  weeks: z.coerce.number().int().min(1).max(53).default(12),
});

/** The query of `GET /alerts`. */
export const alertQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema.optional(),
  ownerRef: entityRefSchema.optional(),
  sloId: z.string().min(1).max(500).optional(),
  state: sloAlertStateSchema.optional(),
  severity: z.string().min(1).max(100).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

/** The query of `GET /exclusions`. */
export const exclusionQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema,
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

/** What a caller writes: what has a default may be left out. */
type Query<Schema extends z.ZodType, Required> = Partial<z.output<Schema>> &
  Required;

/** Which SLOs to list. */
export type SloListQuery = Query<typeof sloListQuerySchema, unknown>;
/** Which time of which objective to draw. */
export type SeriesQuery = Query<typeof seriesQuerySchema, unknown>;
/** Which SLOs to draw by week. */
export type HeatMapQuery = Query<typeof heatMapQuerySchema, unknown>;
/** Which alerts to list. */
export type AlertQuery = Query<typeof alertQuerySchema, unknown>;
/** Which times without counting to list. */
export type ExclusionQuery = Query<
  typeof exclusionQuerySchema,
  { entityRef: string }
>;
