import { entityRefSchema } from '@atrium/common';
import { nameSchema } from '@atrium/common/yaml';
import { z } from 'zod';
import { fixAnnotationSchema } from '../definition/scorecardDefinition';

/** The query of `GET /fixes`, and the body of `POST /fixes`. */
export const fixInputSchema = z.strictObject({
  entityRef: entityRefSchema,
  scorecard: nameSchema,
  check: nameSchema,
});

/** The body of `POST /fixes`. */
export const createFixSchema = fixInputSchema.extend({
  content: z.string().max(100_000).describe('The file, as the person left it.'),
});

/** A file that mends a check, to be handed over. */
export type CreateFix = z.infer<typeof createFixSchema>;

/** The answer of `GET /fixes`: the file that would be handed over. */
export const fixDraftSchema = z.object({
  path: z.string(),
  content: z.string(),
  repositoryUrl: z.string(),
  handover: z.enum(['commit', 'pull-request']),
  annotation: fixAnnotationSchema
    .optional()
    .describe('What the same change sets in the file of the entity.'),
  isThere: z
    .boolean()
    .describe('Whether the file is there already; then nothing is replaced.'),
});

/** The file that would be handed over. */
export type FixDraft = z.infer<typeof fixDraftSchema>;

/** The answer of `POST /fixes`. */
export const handedOverFixSchema = z.object({
  handover: z.enum(['commit', 'pull-request']),
  url: z.string().describe('The page of the commit or pull request.'),
  fileUrl: z.string(),
});

/** A file that was handed over. */
export type HandedOverFix = z.infer<typeof handedOverFixSchema>;
