import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';
import { environmentSchema } from './definitions';

/** Where a workload goes in an environment. */
const scorePlaceSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
});

/** Where a workload goes in an environment. */
export type ScoreWorkloadPlace = z.infer<typeof scorePlaceSchema>;

const runningWorkloadSchema = z.object({
  kind: z.string(),
  name: z.string(),
  state: z.enum(['running', 'rolling-out', 'failed']),
  message: z.string(),
  messages: fieldMessagesSchema.optional(),
  images: z
    .array(z.object({ container: z.string(), image: z.string() }))
    .describe('Those of init containers, too.'),
});

/** A workload that is in a cluster. */
export type RunningWorkload = z.infer<typeof runningWorkloadSchema>;

const scoreDeploymentSchema = z.object({
  environment: environmentSchema,
  place: scorePlaceSchema
    .optional()
    .describe('Absent where the configuration gives this component none.'),
  workload: runningWorkloadSchema
    .optional()
    .describe('What runs there of it; absent where nothing does.'),
  problem: z
    .string()
    .optional()
    .describe('Why nothing can be said or done there.'),
  messages: fieldMessagesSchema.optional().describe('Of the problem.'),
});

/** A workload in one environment. */
export type ScoreDeployment = z.infer<typeof scoreDeploymentSchema>;

/** The answer of `GET /score/:kind/:namespace/:name/deployments`. */
export const scoreDeploymentsSchema = z.object({
  items: z.array(scoreDeploymentSchema),
  mayApply: z
    .boolean()
    .describe('Whether the reader may apply it; each attempt is decided anew.'),
});

/** A workload in every environment, in the order of promotion. */
export type ScoreDeployments = z.infer<typeof scoreDeploymentsSchema>;

/** What is to be applied, and where. */
export const scoreApplicationSchema = z.strictObject({
  environment: z.string().max(63),
  image: z
    .string()
    .regex(/^[\w./:@-]{1,300}$/, 'must be the name of an image')
    .optional()
    .describe('Of containers that leave it open.'),
  promoteFrom: z
    .string()
    .max(63)
    .optional()
    .describe('The environment whose running images are taken.'),
});

/** The body of `POST /score/:kind/:namespace/:name/apply-previews`. */
export type ScoreApplication = z.infer<typeof scoreApplicationSchema>;

/** The body of `POST /score/:kind/:namespace/:name/apply`. */
export const applyScoreSchema = scoreApplicationSchema.extend({
  planHash: z
    .string()
    .max(64)
    .describe('Of the preview that the caller has seen.'),
});

/** The body of `POST /score/:kind/:namespace/:name/apply`. */
export type ApplyScore = z.infer<typeof applyScoreSchema>;

const fieldChangeSchema = z.object({
  path: z
    .string()
    .describe('Such as `spec.template.spec.containers[app].image`.'),
  before: z.string().optional().describe('Absent where the field is new.'),
  after: z.string().optional().describe('Absent where the field goes away.'),
});

/** One field that would change. */
export type ScoreFieldChange = z.infer<typeof fieldChangeSchema>;

const objectPlanSchema = z.object({
  kind: z.string(),
  name: z.string(),
  action: z.enum(['create', 'change', 'keep']),
  changes: z.array(fieldChangeSchema),
  conflicts: z
    .array(z.object({ manager: z.string(), field: z.string() }))
    .describe('Fields that somebody else keeps at another value.'),
  problem: z.string().optional().describe('Why the cluster would refuse it.'),
  messages: fieldMessagesSchema.optional().describe('Of the problem.'),
});

/** What would become of one object. */
export type ScoreObjectPlan = z.infer<typeof objectPlanSchema>;

/** The answer of `POST /score/:kind/:namespace/:name/apply-previews`. */
export const scoreApplyPreviewSchema = z.object({
  environment: environmentSchema,
  place: scorePlaceSchema,
  images: z.array(z.object({ container: z.string(), image: z.string() })),
  missing: z
    .array(z.string())
    .describe('Resources that can be asked for and are not there yet.'),
  secrets: z
    .array(z.object({ name: z.string(), keys: z.array(z.string()) }))
    .describe('Secrets that have to be in the namespace.'),
  problems: z
    .array(z.object({ message: z.string(), line: z.number().optional() }))
    .describe('Why it could not run like this; then there are no objects.'),
  objects: z.array(objectPlanSchema),
  canApply: z.boolean(),
  planHash: z.string(),
});

/** What applying a workload would change, by a dry run in the cluster. */
export type ScoreApplyPreview = z.infer<typeof scoreApplyPreviewSchema>;
