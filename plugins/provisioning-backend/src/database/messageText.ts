import type {
  FieldMessages,
  MessageDescriptor,
  MessageParts,
} from '@atrium/common';
import { words } from '../provisioningWords';

/** What is told people: a text as it is, or a message with a key. */
export type MessageText = string | MessageDescriptor;

/** In English. */
export function toText(said: MessageText): string {
  return typeof said === 'string' ? said : words.text(said);
}

/**
 * The columns of a text: in English, and what it is made of.
 *
 * @param said - `undefined` leaves them, `null` empties them
 */
export function toMessageColumns(
  name: string,
  said: MessageText | null | undefined,
): { [column: string]: string | MessageDescriptor | null } {
  if (said === undefined) {
    return {};
  }
  const isMessage = said !== null && typeof said !== 'string';
  return {
    [name]: said === null ? null : toText(said),
    [`${name}_message`]: isMessage ? said : null,
  };
}

/** What fields are made of, as far as that is known; `undefined` for none. */
export function toFieldMessages(fields: {
  [field: string]: MessageDescriptor | null | undefined;
}): FieldMessages | undefined {
  const known: FieldMessages = {};
  for (const [field, message] of Object.entries(fields)) {
    if (message) {
      known[field] = [message];
    }
  }
  return Object.keys(known).length > 0 ? known : undefined;
}

/** A field of several texts: in English, and what each is made of. */
export function describeList<TField extends string>(
  field: TField,
  list: readonly MessageText[],
): { [Field in TField]: string[] } & { messages?: FieldMessages } {
  const texts = { [field]: list.map(toText) } as { [F in TField]: string[] };
  const messages: FieldMessages | undefined = list.some(
    item => typeof item !== 'string',
  )
    ? { [field]: [...list] }
    : undefined;
  return Object.assign(texts, messages ? { messages } : {});
}

/** Texts below each other: in English, and what each line is made of. */
export function toLines(lines: readonly MessageText[]): {
  message?: string;
  messages?: MessageParts;
} {
  return {
    message: lines.map(toText).join('\n') || undefined,
    messages: lines.some(line => typeof line !== 'string')
      ? [...lines]
      : undefined,
  };
}
