import { entityRefSchema } from '@atrium/common';
import { documentMetadataSchema, nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';

/** The most characters of an expression. */
export const MAX_EXPRESSION_LENGTH = 2000;

/**
 * An expression in CEL over `entity`, `facts` and `now`. That it is one, and of
 * the right type, is checked where the facts are known.
 */
export const expressionSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_EXPRESSION_LENGTH);

/** How a level is drawn; each is legible in light and dark. */
export const levelColorSchema = z.enum([
  'gray',
  'bronze',
  'silver',
  'gold',
  'platinum',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
]);

/** How a level is drawn. */
export type LevelColor = z.infer<typeof levelColorSchema>;

/** A level that entities can hold. */
export const scorecardLevelSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).max(40).optional(),
  color: levelColorSchema.default('gray'),
  description: z.string().max(500).optional(),
});

/** A level that entities can hold. */
export type ScorecardLevel = z.infer<typeof scorecardLevelSchema>;

/** About how much work it is to pass a check. */
export const effortSchema = z.enum(['minutes', 'hours', 'days']);

/** About how much work it is to pass a check. */
export type Effort = z.infer<typeof effortSchema>;

/** An annotation of an entity, such as `backstage.io/techdocs-ref` and `dir:.`. */
export const fixAnnotationSchema = z.strictObject({
  name: z
    .string()
    .max(127)
    .regex(/^[\w./-]+$/, 'must be the name of an annotation'),
  value: z.string().min(1).max(200),
});

/** A file that mends a check, to be handed over from the portal. */
export const fixFileSchema = z.strictObject({
  path: z
    .string()
    .max(200)
    .regex(
      /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./ -]+$/,
      'must be a path inside the repository, such as `.github/CODEOWNERS`',
    ),
  content: z
    .string()
    .max(20_000)
    .describe('May have `${{ … }}`, as the text of the fix.'),
  annotation: fixAnnotationSchema
    .optional()
    .describe(
      'Set by the same change, where the entity has none of that name: what has the portal find the file.',
    ),
});

/** How to pass a check. */
export const fixSchema = z.strictObject({
  text: z
    .string()
    .max(4000)
    .describe(
      'Markdown. `${{ entity.metadata.name }}` is an expression in CEL over `entity` and `facts`.',
    ),
  file: fixFileSchema.optional(),
});

/** How to pass a check. */
export type CheckFix = z.infer<typeof fixSchema>;

/** Something that entities pass or fail. */
export const checkDefinitionSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).max(120),
  description: z.string().max(2000).optional(),
  category: z.string().min(1).max(60).optional(),
  level: nameSchema
    .optional()
    .describe('The level that needs it; without one it counts for the score.'),
  weight: z.number().int().min(0).max(100).default(1),
  appliesTo: expressionSchema
    .optional()
    .describe('Which of the rated entities it is for; all by default.'),
  expression: expressionSchema.describe('Whether an entity passes.'),
  fix: fixSchema.optional(),
  effort: effortSchema.default('hours'),
  owner: entityRefSchema
    .optional()
    .describe('Who answers for the check; who owns the scorecard by default.'),
  countsFrom: z.iso
    .date()
    .optional()
    .describe('The day, in UTC, from which on it counts; shown before.'),
});

/** Something that entities pass or fail. */
export type CheckDefinition = z.infer<typeof checkDefinitionSchema>;

/** A scorecard as it is written. */
export const scorecardDefinitionSchema = z.strictObject({
  apiVersion: z.literal('atrium.dev/v1', "must be 'atrium.dev/v1'"),
  kind: z.literal('Scorecard', "must be 'Scorecard'"),
  metadata: documentMetadataSchema,
  spec: z.strictObject({
    owner: entityRefSchema.describe(
      'The group or person who answers for it and decides about exemptions.',
    ),
    appliesTo: expressionSchema
      .default('entity.kind == "Component"')
      .describe('Which entities are rated.'),
    levels: z
      .array(scorecardLevelSchema)
      .max(10)
      .default([])
      .describe('From the lowest to the highest.'),
    checks: z.array(checkDefinitionSchema).min(1).max(100),
  }),
});

/** A scorecard as it is written. */
export type ScorecardDefinition = z.infer<typeof scorecardDefinitionSchema>;
