import {
  fieldMessagesSchema,
  MessageWriter,
  type WrittenMessage,
} from '@atrium/common';
import { provisioningMessages } from '@atrium/plugin-provisioning-common';
import { isError } from '@backstage/errors';
import { z } from 'zod';

/**
 * What a driver tells people: a text, which is shown as it is, or a message with a
 * key, which pages write in the language of the reader where they know it.
 */
export type DriverText = string | WrittenMessage;

/** What a driver tells people, in English. */
export function textOf(said: DriverText): string {
  return typeof said === 'string' ? said : said.text;
}

const withMessagesSchema = z.object({ messages: fieldMessagesSchema });

/** What an error tells people: with its key, where it was thrown with one. */
export function driverTextOf(error: unknown): DriverText {
  const text = isError(error) ? error.message : String(error);
  const { data } = withMessagesSchema.safeParse(error);
  const [message, ...more] = data?.messages.message ?? [];
  return typeof message === 'object' && more.length === 0
    ? { ...message, text }
    : text;
}

/** Writes what the drivers of the portal tell people. */
export const driverWords = new MessageWriter(provisioningMessages);
