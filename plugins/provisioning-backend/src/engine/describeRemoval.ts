import type { FieldMessages } from '@atrium/common';
import {
  describeList,
  type MessageText,
  toFieldMessages,
  toText,
} from '../database/messageText';
import type { StoredStep } from '../database/StepStore';

/** What was removed, line by line, as the driver said it of a deletion. */
export function linesOf({
  message,
  messages,
}: Pick<StoredStep, 'message' | 'messages'>): MessageText[] {
  return messages ?? message?.split('\n') ?? [];
}

/** What was removed and where the data is kept, and what both are made of. */
export function describeRemoval(
  removed: readonly MessageText[],
  snapshot: MessageText | undefined,
): { removed: string[]; snapshot?: string; messages?: FieldMessages } {
  const { messages, ...lines } = describeList('removed', removed);
  const all = {
    ...messages,
    ...(typeof snapshot === 'object' && toFieldMessages({ snapshot })),
  };
  return {
    ...lines,
    ...(snapshot !== undefined && { snapshot: toText(snapshot) }),
    ...(Object.keys(all).length > 0 && { messages: all }),
  };
}
