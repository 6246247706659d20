import { textProblemSchema } from '@atrium/common';
import { z } from 'zod';

/** Something wrong in an OpenSLO file, and where. */
export const openSloProblemSchema = textProblemSchema.extend({
  sloName: z
    .string()
    .optional()
    .describe('The SLO that cannot be used because of it.'),
});

/** Something wrong in an OpenSLO file, and where. */
export type OpenSloProblem = z.infer<typeof openSloProblemSchema>;
