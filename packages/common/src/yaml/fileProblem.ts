import { z } from 'zod';
import { textProblemSchema } from '../proposal/textProblem';

/** Something wrong with a file of definitions. */
export const fileProblemSchema = textProblemSchema.extend({
  source: z.string().describe('The file or address it was read from.'),
});

/** Something wrong with a file of definitions. */
export type FileProblem = z.infer<typeof fileProblemSchema>;

/** A problem as a line of a list, for a log. */
export function fileProblemLine({
  column,
  line,
  message,
  source,
}: FileProblem): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
  return `- ${source}${place}: ${message}`;
}
