import { z } from 'zod';

/** Something wrong with a file of definitions. */
export const fileProblemSchema = z.object({
  source: z.string().describe('The file or address it was read from.'),
  line: z.number().optional().describe('From 1.'),
  column: z.number().optional().describe('From 1.'),
  path: z.string().optional().describe('The field, such as `spec.plans[0]`.'),
  message: z.string(),
});

/** Something wrong with a file of definitions. */
export type FileProblem = z.infer<typeof fileProblemSchema>;
