import { z } from 'zod';

/** Something wrong in an OpenSLO file, and where. */
export const openSloProblemSchema = z.object({
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
  sloName: z
    .string()
    .optional()
    .describe('The SLO that cannot be used because of it.'),
});

/** Something wrong in an OpenSLO file, and where. */
export type OpenSloProblem = z.infer<typeof openSloProblemSchema>;
