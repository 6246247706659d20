import { errorMessage } from '@atrium/ui';
import { z } from 'zod';

const ANSWER = z.object({ error: z.object({ message: z.string() }) });

/**
 * Why the backend did not take the answers, in its own words.
 *
 * @remarks The stock client puts the whole answer into its message, as JSON.
 */
export function refusalMessage(error: Error): string {
  const message = errorMessage(error);
  const start = message.indexOf('{');
  if (start < 0) {
    return message;
  }
  try {
    return ANSWER.parse(JSON.parse(message.slice(start))).error.message;
  } catch {
    return message;
  }
}
