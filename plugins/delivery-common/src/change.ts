import { z } from 'zod';

/** Where a change is. */
export const changeStateSchema = z.enum(['open', 'merged', 'abandoned']);

/** Where a change is. */
export type ChangeState = z.infer<typeof changeStateSchema>;

/** A proposed change to the source: a pull request, or a push. */
export const changeSchema = z.object({
  id: z.string().describe('Identifies it here; opaque.'),
  changeId: z.string().describe('What the emitter calls it.'),
  source: z.string(),
  state: changeStateSchema,
  entityRef: z.string().optional(),
  repository: z.string().optional(),
  title: z.string().optional(),
  number: z.string().optional(),
  url: z.string().optional(),
  branch: z.string().optional().describe('The branch it goes into.'),
  commit: z.string().optional().describe('The commit that the merge made.'),
  actor: z.string().optional(),
  firstCommitAt: z.string().optional(),
  createdAt: z.string().optional(),
  firstReviewedAt: z.string().optional(),
  mergedAt: z.string().optional(),
  abandonedAt: z.string().optional(),
  deployedAt: z
    .string()
    .optional()
    .describe('When it first reached production.'),
  leadTimeSeconds: z
    .number()
    .optional()
    .describe('Up to production, counted from where the definition says.'),
  updatedAt: z.string().describe('The time of the newest event about it.'),
});

/** A proposed change to the source: a pull request, or a push. */
export type Change = z.infer<typeof changeSchema>;
