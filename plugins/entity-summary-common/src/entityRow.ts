import {
  entityRefSchema,
  moneySchema,
  pageQuerySchema,
  repeated,
} from '@atrium/common';
import { z } from 'zod';
import { healthSchema } from './health';
import { levelPartSchema } from './parts';

/** What somebody is told first about an entity, in any list. */
export const entityRowSchema = z.object({
  entityRef: z.string(),
  kind: z.string().describe('In lower case.'),
  namespace: z.string(),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional().describe('At most 300 characters.'),
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  ownerRef: z.string().optional(),
  ownerTitle: z.string().optional(),
  systemRef: z.string().optional(),
  systemTitle: z.string().optional(),
  tags: z.array(z.string()),
  health: healthSchema.describe('The worst of what is known.'),
  healthReason: z
    .enum([
      'incident',
      'slo',
      'runtime',
      'provisioning',
      'delivery',
      'findings',
    ])
    .optional()
    .describe('What makes it bad or a warning.'),
  openIncidents: z.number(),
  version: z
    .string()
    .optional()
    .describe(
      'What runs in production; of several services each with its name.',
    ),
  deployedAt: z.string().optional(),
  budgetRemaining: z.number().optional().describe('Of the worst SLO.'),
  level: levelPartSchema
    .pick({
      scorecard: true,
      scorecardTitle: true,
      level: true,
      color: true,
      rank: true,
      levels: true,
      score: true,
    })
    .optional(),
  cost: moneySchema
    .extend({
      month: z
        .string()
        .optional()
        .describe(
          'Of which month the days are that bills are there for, `2026-11`: on the first days of a month the one before. Absent in what was kept before.',
        ),
    })
    .optional()
    .describe('A month so far; absent for who may not see it.'),
  updatedAt: z.string().optional().describe('When the health was last asked.'),
});

/** What somebody is told first about an entity. */
export type EntityRow = z.infer<typeof entityRowSchema>;

/** By what the list can be sorted. */
export const entitySortSchema = z.enum([
  'name',
  'owner',
  'system',
  'health',
  'level',
  'cost',
  'lifecycle',
  'type',
  'deployedAt',
]);

/** By what the list can be sorted. */
export type EntitySort = z.infer<typeof entitySortSchema>;

const value = z.string().max(200);

/**
 * Which entities are meant: one of the values of each filter that is given.
 *
 * @remarks `owner` may be a user, who stands for their groups and every group
 * below these, or a group, which stands for itself and every group below it.
 */
export const entityFilterShape = {
  kind: value.optional().describe('In lower case; all kinds without it.'),
  ownerRef: entityRefSchema.optional(),
  systemRef: entityRefSchema.optional(),
  type: repeated(value, 20).optional(),
  lifecycle: repeated(value, 20).optional(),
  tag: repeated(value, 20).optional(),
  health: repeated(healthSchema, 4).optional(),
  entityRef: repeated(entityRefSchema, 200)
    .optional()
    .describe('Only these, such as what somebody starred.'),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('What name, title, description or a tag contains.'),
};

/** The query of `GET /entities`. */
export const entityListQuerySchema = pageQuerySchema.extend({
  ...entityFilterShape,
  sort: entitySortSchema.default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
});

/** The query of `GET /entities`. */
export type EntityListQuery = z.input<typeof entityListQuerySchema>;

const choiceSchema = z.object({
  value: z.string(),
  title: z.string().optional().describe('Where it is called otherwise.'),
  count: z.number(),
});

/** What a filter can choose, most frequent first, at most 200. */
export type FilterOption = z.infer<typeof choiceSchema>;

/**
 * The answer of `GET /entities`. The counts of a filter are of what all the
 * others leave, those of the kinds too.
 */
export const entityListSchema = z.object({
  items: z.array(entityRowSchema),
  totalItems: z.number(),
  nextCursor: z.string().optional(),
  options: z.object({
    kind: z.array(choiceSchema),
    owner: z.array(choiceSchema),
    system: z.array(choiceSchema),
    type: z.array(choiceSchema),
    lifecycle: z.array(choiceSchema),
    tag: z.array(choiceSchema),
    health: z.array(choiceSchema),
  }),
});

/** The answer of `GET /entities`. */
export type EntityList = z.infer<typeof entityListSchema>;

/** The query of `GET /entities.csv`: all that a list has. */
export const entityExportQuerySchema = entityListQuerySchema.omit({
  limit: true,
  cursor: true,
});

/** How many refs one request for rows may name. */
export const MAX_ROW_REFS = 500;

/** The body of `POST /rows`. */
export const entityRowsQuerySchema = z.object({
  entityRefs: z.array(entityRefSchema).min(1).max(MAX_ROW_REFS),
});
