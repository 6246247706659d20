import { entityRefSchema, instantSchema, repeated } from '@atrium/common';
import { z } from 'zod';
import { findingKindSchema } from './securityFinding';

/** The formats of documents that are taken. */
export const findingFormatSchema = z.enum([
  'sarif',
  'openssf-scorecard',
  'cyclonedx',
  'trivy',
  'grype',
]);

/** The format of a document. */
export type FindingFormat = z.infer<typeof findingFormatSchema>;

/** The query of `POST /findings`; the body is the document of the tool. */
export const uploadQuerySchema = z.object({
  entityRef: entityRefSchema,
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, { message: 'must be the hash of a commit' })
    .transform(commit => commit.toLowerCase()),
  category: z
    .string()
    .regex(/^[\w./:-]{1,100}$/, {
      message: 'takes up to 100 letters, digits and . / : - _',
    })
    .default('')
    .describe(
      'Tells runs of one tool apart that look at different things, such as `image` and `code`.',
    ),
  format: findingFormatSchema
    .optional()
    .describe('Default: what it looks like.'),
  kind: repeated(findingKindSchema, 6)
    .optional()
    .describe(
      'What the tool looked for, where its document does not say: a Trivy report without secrets looks the same with and without their scanner.',
    ),
  scannedAt: instantSchema
    .optional()
    .describe(
      'When the tool ran, or the time of the commit. What is older than the last upload changes nothing. Default: now.',
    ),
});

/** What an upload is about. */
export type UploadQuery = z.output<typeof uploadQuerySchema>;

/** A part of a document that was not taken. */
export const refusedItemSchema = z.object({
  path: z.string().describe('Its JSON path: `$.runs[0].results[3]`.'),
  reason: z.string(),
});

/** A part of a document that was not taken. */
export type RefusedItem = z.infer<typeof refusedItemSchema>;

/** The answer of `POST /findings`. */
export const uploadAnswerSchema = z.object({
  format: findingFormatSchema,
  tools: z.array(z.string()),
  isSuperseded: z
    .boolean()
    .describe('A later scan was there already; nothing was changed.'),
  accepted: z.number().describe('Items of the document that were understood.'),
  refused: z.number(),
  refusals: z.array(refusedItemSchema).describe('The first 100.'),
  findings: z.object({
    new: z.number(),
    reopened: z.number(),
    fixed: z.number(),
    unchanged: z.number(),
  }),
  components: z
    .number()
    .optional()
    .describe('How many the bill of materials has; absent where it is none.'),
});

/** The answer of `POST /findings`. */
export type UploadAnswer = z.infer<typeof uploadAnswerSchema>;

/** A check of OpenSSF Scorecard. */
export const openssfCheckSchema = z.object({
  name: z.string(),
  score: z.number().describe('0 to 10.'),
  reason: z.string().optional(),
});

/** A check of OpenSSF Scorecard. */
export type OpenssfCheck = z.infer<typeof openssfCheckSchema>;

/** The last scan of an entity by a tool; one of `GET /findings/scans`. */
export const findingScanSchema = z.object({
  entityRef: z.string(),
  tool: z.string(),
  category: z.string(),
  format: z.string(),
  commit: z.string().optional(),
  scannedAt: z
    .string()
    .optional()
    .describe('When the tool ran, where that is known.'),
  uploadedBy: z.string(),
  checks: z
    .array(openssfCheckSchema)
    .optional()
    .describe('What OpenSSF Scorecard checked.'),
  score: z.number().optional().describe('Of OpenSSF Scorecard, 0 to 10.'),
});

/** The last scan of an entity by a tool. */
export type FindingScan = z.infer<typeof findingScanSchema>;
