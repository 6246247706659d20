import {
  entityRefSchema,
  instantSchema,
  pageQuerySchema,
  recentPeriodQuerySchema,
  repeated,
} from '@atrium/common';
import { z } from 'zod';
import { changeStateSchema } from './change';
import { deploymentKindSchema } from './deployment';
import { environmentTierSchema } from './environment';
import { runOutcomeSchema, runStatusSchema } from './run';

const text = z.string().min(1).max(500);

/** One entity or several, as a repeated parameter. */
const entityRefsSchema = repeated(entityRefSchema, 100);

const entityPage = pageQuerySchema.extend({
  entityRef: entityRefSchema,
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

/** The query of `GET /runs`. */
export const runQuerySchema = entityPage.extend({
  pipeline: text.optional(),
  branch: text.optional(),
  status: runStatusSchema.optional(),
  outcome: runOutcomeSchema.optional(),
});

/** The query of `GET /run-trends`. */
export const runTrendQuerySchema = recentPeriodQuerySchema.and(
  z.object({
    entityRef: entityRefSchema,
    pipeline: text.optional(),
    branch: text.optional(),
  }),
);

/** The query of `GET /deployments`. */
export const deploymentQuerySchema = entityPage.extend({
  environment: text.optional(),
  tier: environmentTierSchema.optional(),
  kind: deploymentKindSchema.optional(),
});

/** The query of `GET /changes`. */
export const changeQuerySchema = entityPage.extend({
  state: changeStateSchema.optional(),
  branch: text.optional(),
});

/** The query of `GET /incidents`. */
export const incidentQuerySchema = entityPage.extend({
  environment: text.optional(),
  tier: environmentTierSchema.optional(),
  state: z.enum(['open', 'resolved']).optional(),
});

/** The query of `GET /tickets`. */
export const ticketQuerySchema = entityPage.extend({
  state: z.enum(['open', 'closed']).optional(),
  label: text.optional(),
});

/** The query of `GET /environments`. */
export const environmentQuerySchema = z.object({ entityRef: entityRefSchema });

/** The query of `GET /current-deployments`. */
export const currentDeploymentQuerySchema = z.object({
  entityRef: entityRefsSchema,
});

/** Which services are meant: what all that is given has in common. */
export const serviceSelectionSchema = z.object({
  entityRef: entityRefSchema.optional(),
  ownerRef: entityRefSchema.optional(),
  systemRef: entityRefSchema.optional(),
  lifecycle: text.optional(),
});

/** Which services are meant: what all that is given has in common. */
export type ServiceSelection = z.output<typeof serviceSelectionSchema>;

/** The query of `GET /overview`. */
export const overviewQuerySchema = pageQuerySchema.extend(
  serviceSelectionSchema.shape,
);

/** The query of `GET /timeline`, `/runs.csv` and `/deployments.csv`. */
export const servicePeriodQuerySchema = recentPeriodQuerySchema.and(
  serviceSelectionSchema,
);

/** The query of `GET /dora`. */
export const doraQuerySchema = recentPeriodQuerySchema.and(
  z.object({ entityRef: entityRefSchema.optional() }),
);

/** The query of `GET /dora/comparison`. */
export const doraComparisonQuerySchema = recentPeriodQuerySchema.and(
  z.object({ entityRef: entityRefsSchema }),
);

/** The query of `GET /summaries`. */
export const summaryQuerySchema = recentPeriodQuerySchema.and(
  z.object({ entityRef: entityRefsSchema }),
);

/** What a caller writes: what has a default may be left out. */
type Query<Schema extends z.ZodType, Required extends string> = Partial<
  z.output<Schema>
> &
  Record<Required, string>;

/** Which runs to list. */
export type RunQuery = Query<typeof runQuerySchema, 'entityRef'>;
/** Which trends to compute. */
export type RunTrendQuery = Query<typeof runTrendQuerySchema, 'entityRef'>;
/** Which deployments to list. */
export type DeploymentQuery = Query<typeof deploymentQuerySchema, 'entityRef'>;
/** Which changes to list. */
export type ChangeQuery = Query<typeof changeQuerySchema, 'entityRef'>;
/** Which incidents to list. */
export type IncidentQuery = Query<typeof incidentQuerySchema, 'entityRef'>;
/** Which tickets to list. */
export type TicketQuery = Query<typeof ticketQuerySchema, 'entityRef'>;
/** Which services to show; without a selection, all that one may see. */
export type OverviewQuery = Query<typeof overviewQuerySchema, never>;
/**
 * Which services, and over which period; by default all one may see, and the
 * last 30 days.
 */
export type ServicePeriodQuery = Query<typeof servicePeriodQuerySchema, never>;
/** Whose metrics to compute, and over which period; the last 30 days else. */
export type DoraQuery = Query<typeof doraQuerySchema, never>;
