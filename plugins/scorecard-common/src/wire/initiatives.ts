import {
  entityRefSchema,
  fieldMessagesSchema,
  pageQuerySchema,
} from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { expressionSchema } from '../definition/scorecardDefinition';

/** Where an initiative stands. It is done by itself when nothing is left. */
export const initiativeStateSchema = z.enum([
  'scheduled',
  'running',
  'done',
  'missed',
  'cancelled',
]);

/** Where an initiative stands. */
export type InitiativeState = z.infer<typeof initiativeStateSchema>;

/** What an initiative wants. */
export const initiativeGoalSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('checks'),
    checks: z.array(nameSchema).min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('level'), level: nameSchema }),
]);

/** What an initiative wants. */
export type InitiativeGoal = z.infer<typeof initiativeGoalSchema>;

/** The body of `POST /initiatives`, and of `PUT /initiatives/:id`. */
export const initiativeInputSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(120),
    description: z.string().trim().max(4000).optional().describe('Markdown.'),
    scorecard: nameSchema,
    goal: initiativeGoalSchema,
    ownerRef: entityRefSchema.describe('Who leads it.'),
    scope: z
      .strictObject({
        ownerRefs: z
          .array(entityRefSchema)
          .max(100)
          .optional()
          .describe('Groups with all groups below them.'),
        systemRefs: z.array(entityRefSchema).max(100).optional(),
        appliesTo: expressionSchema.optional(),
      })
      .default({})
      .describe('Within what the scorecard rates; all of it by default.'),
    startsOn: z.iso.date(),
    dueOn: z.iso.date(),
  })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, {
    message: "must not be before 'startsOn'",
    path: ['dueOn'],
  });

/** An initiative as somebody writes it. */
export type InitiativeInput = z.input<typeof initiativeInputSchema>;

/** How far something is. */
const progressShape = {
  total: z
    .number()
    .describe('Entities that it is about, those hidden from the reader too.'),
  done: z.number().describe('Those that reached the goal.'),
  exempt: z.number(),
  unknown: z.number(),
};

/** An initiative and how far it is. */
export const initiativeSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  scorecard: z.string(),
  scorecardTitle: z.string(),
  goal: initiativeGoalSchema,
  goalTitle: z
    .string()
    .describe('In words: `Gold`, `Has an owner and 2 more`.'),
  messages: fieldMessagesSchema.optional().describe('Of `goalTitle`.'),
  ownerRef: z.string(),
  scope: z.object({
    ownerRefs: z.array(z.string()).optional(),
    systemRefs: z.array(z.string()).optional(),
    appliesTo: z.string().optional(),
  }),
  startsOn: z.string(),
  dueOn: z.string(),
  state: initiativeStateSchema,
  endedAt: z.string().optional(),
  createdBy: z.string(),
  createdAt: z.string(),
  ...progressShape,
  ownedRemaining: z
    .number()
    .optional()
    .describe(
      'Where `ownerRef` is asked about: how many of what it owns have not reached the goal.',
    ),
  canManage: z.boolean().describe('Whether the reader may change it.'),
});

/** An initiative and how far it is. */
export type Initiative = z.infer<typeof initiativeSchema>;

/** The answer of `GET /initiatives/:id`. */
export const initiativeDetailsSchema = initiativeSchema.extend({
  burnDown: z
    .array(z.object({ at: z.string(), remaining: z.number() }))
    .describe('One for each day from the start on.'),
  teams: z.array(
    z.object({ ownerRef: z.string().optional(), ...progressShape }),
  ),
  remaining: z
    .array(
      z.object({
        entityRef: z.string(),
        entityTitle: z.string().optional(),
        ownerRefs: z.array(z.string()),
        checks: z
          .array(z.string())
          .describe('The titles of those that are not passed yet.'),
      }),
    )
    .describe('At most 200.'),
});

/** An initiative with its teams. */
export type InitiativeDetails = z.infer<typeof initiativeDetailsSchema>;

/** The query of `GET /initiatives`. */
export const initiativeQuerySchema = pageQuerySchema.extend({
  state: initiativeStateSchema.optional(),
  scorecard: nameSchema.optional(),
  entityRef: entityRefSchema
    .optional()
    .describe('Those that this entity has to do something for.'),
  ownerRef: entityRefSchema
    .optional()
    .describe(
      'Those that a group or one below it leads, or has entities in; of a person, with all their groups.',
    ),
});

/** Which initiatives to list. */
export type InitiativeQuery = Partial<z.output<typeof initiativeQuerySchema>>;

/** The query of `GET /initiatives/remaining.csv`. */
export const remainingCsvQuerySchema = z.object({ initiative: z.guid() });

/** Of which initiative what is left is exported. */
export type RemainingCsvQuery = z.infer<typeof remainingCsvQuerySchema>;
