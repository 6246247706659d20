import { z } from 'zod';
import { textProblemSchema } from '../proposal/textProblem';

/** Something wrong with a file of definitions. */
export const fileProblemSchema = textProblemSchema.extend({
  source: z.string().describe('The file or address it was read from.'),
});

/** Something wrong with a file of definitions. */
export type FileProblem = z.infer<typeof fileProblemSchema>;
