import type { FieldMessages, MessageDescriptor } from '@atrium/common';
import { words } from '../apiHistoryWords';

/** That two definitions are only compared line by line. */
export interface TextOnly {
  isSemantic: false;
  /** Why, as a sentence. */
  reason: string;
  /** What the sentence is made of; absent where a reader of definitions wrote it. */
  messages?: FieldMessages;
}

/** Has definitions compared line by line only, and says why. */
export function textOnly(reason: MessageDescriptor): TextOnly {
  return { isSemantic: false, ...words.fields({ reason }) };
}
