import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

/** How many entities one request may ask about. */
export const MAX_PROBLEM_SUBJECTS = 500;

const problemSubjectSchema = z.strictObject({
  entityRef: entityRefSchema,
  url: z
    .string()
    .max(4_000)
    .optional()
    .describe('Its file, whose own problems count as well.'),
});

/** An entity whose problems are counted. */
export type ProblemSubject = z.infer<typeof problemSubjectSchema>;

/** The body of `POST /problem-counts`. */
export const problemCountsQuerySchema = z.strictObject({
  subjects: z.array(problemSubjectSchema).max(MAX_PROBLEM_SUBJECTS),
});

/** How many open problems an entity has. */
export interface EntityProblemCounts {
  entityRef: string;
  /** What keeps it out of the catalog, or leaves it without an owner. */
  errors: number;
  warnings: number;
}
