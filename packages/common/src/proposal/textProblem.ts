import { z } from 'zod';

/** Something wrong in a text, and where. */
export const textProblemSchema = z.object({
  message: z.string(),
  line: z.number().int().positive().optional().describe('Counted from 1.'),
  column: z.number().int().positive().optional().describe('Counted from 1.'),
  documentIndex: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('The document of the file, counted from 0.'),
  path: z
    .string()
    .optional()
    .describe('The field, for example spec.objectives[0].target.'),
});

/** Something wrong in a text, and where. */
export type TextProblem = z.infer<typeof textProblemSchema>;

/** What is wrong with a file after a change. */
export interface ChangeProblems<P extends TextProblem = TextProblem> {
  /** What the change has to put right before it can be handed over. */
  own: P[];
  /** What was wrong before, in documents that the change leaves as they are. */
  earlier: P[];
}

/** The schema of {@link ChangeProblems}, for problems of one kind of file. */
export function changeProblemsSchema<P extends TextProblem>(
  problemSchema: z.ZodType<P>,
) {
  return z.object({
    own: z
      .array(problemSchema)
      .describe('What has to be put right before it can be handed over.'),
    earlier: z
      .array(problemSchema)
      .describe(
        'What was wrong before, in documents that the change leaves as they are.',
      ),
  });
}
