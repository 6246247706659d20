import { fieldMessagesSchema } from '@atrium/common';
import { errorMessage, readField } from '@atrium/ui';
import { z } from 'zod';

const ANSWER = z.object({
  error: z.object({
    message: z.string(),
    messages: fieldMessagesSchema.optional().catch(undefined),
  }),
});

/**
 * Why the backend did not take the answers, in its own words and the language of
 * the page.
 *
 * @remarks The stock client puts the whole answer into its message, as JSON.
 */
export function refusalMessage(error: Error): string {
  const message = errorMessage(error);
  const answer = readAnswer(message);
  return answer ? readField(answer, 'message') : message;
}

function readAnswer(message: string) {
  const start = message.indexOf('{');
  if (start < 0) {
    return undefined;
  }
  try {
    return ANSWER.parse(JSON.parse(message.slice(start))).error;
  } catch {
    return undefined;
  }
}
