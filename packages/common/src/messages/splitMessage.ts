import type { Messages } from './messageTypes';

const PLACEHOLDER = /\{\{(\w+)\}\}/;

/**
 * Finds a message and cuts it at its placeholders; every second part is the name of
 * one. Undefined where there is no such message.
 *
 * @param count - picks between `<key>_one` and `<key>_other`
 */
export function splitMessage(
  messages: Messages,
  key: string,
  count: unknown,
): string[] | undefined {
  const form = String(count) === '1' ? 'one' : 'other';
  const message = messages[key] ?? messages[`${key}_${form}`];
  return message?.split(PLACEHOLDER);
}
