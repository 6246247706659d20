import { type FieldMessages, fieldMessagesSchema } from '@atrium/common';
import { isError } from '@backstage/errors';
import { z } from 'zod';

const withMessagesSchema = z.object({ messages: fieldMessagesSchema });

/** What an error says, as the field `problem` of an answer. */
export function problemOf(error: unknown): {
  problem: string;
  messages?: FieldMessages;
} {
  const { data } = withMessagesSchema.safeParse(error);
  const parts = data?.messages.message;
  return {
    problem: isError(error) ? error.message : String(error),
    ...(parts && { messages: { problem: parts } }),
  };
}
