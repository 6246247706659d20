import {
  commonMessages,
  type FieldMessages,
  formatMessageValue,
  joinParts,
  type MessageDescriptor,
  type MessageParts,
  type Messages,
  splitMessage,
} from '@atrium/common';
import { createMessages } from './createMessages';

type Translate = (
  key: string,
  values: { [name: string]: string | number },
) => string | JSX.Element;

/** The messages of a backend, as its `-common` package has them. */
export interface BackendMessages {
  /** The id of their translation ref, such as `cost.messages`. */
  id: string;
  messages: Messages;
  translations: { [language: string]: () => Promise<{ default: Messages }> };
}

const known = new Map<string, { messages: Messages; t: Translate }>();

/**
 * Has messages of backends written in the language of the page. German is loaded
 * with the first of them that is shown.
 */
export function addBackendMessages(...added: BackendMessages[]): void {
  for (const one of added) {
    if (!known.has(one.id)) {
      const { t } = createMessages(one);
      known.set(one.id, { messages: one.messages, t: t as Translate });
    }
  }
}

addBackendMessages(commonMessages);

/**
 * Writes a message of a backend in the language of the page.
 *
 * @returns the text that came with it where it is not known here, as with a message of
 * an older or newer release; undefined where none did
 */
function readMessage({
  key,
  values = {},
  text: written,
}: MessageDescriptor): string | undefined {
  const found = [...known.values()].find(({ messages }) =>
    splitMessage(messages, key, values.count),
  );
  if (!found) {
    return written;
  }
  const texts: { [name: string]: string | number } = {};
  for (const [name, value] of Object.entries(values)) {
    // A count stays a number: it picks the form of the message.
    const text =
      typeof value === 'number'
        ? value
        : formatMessageValue(value, readMessage);
    if (text === undefined) {
      return written;
    }
    texts[name] = text;
  }
  return String(found.t(key, texts));
}

/**
 * Writes a field of an object that a backend wrote in the language of the page: by
 * what it is made of where that is known here, otherwise as the backend wrote it.
 */
export function readField<
  TField extends string,
  TWritten extends { [Field in TField]?: string } & {
    messages?: FieldMessages;
  },
>(written: TWritten, field: TField): string | TWritten[TField] {
  const parts = written.messages?.[field];
  // Errors come from anywhere, and are as they came.
  return (
    (Array.isArray(parts) ? readParts(parts) : undefined) ?? written[field]
  );
}

/** The same for a field with several texts, each of which is a message. */
export function readList<TField extends string>(
  written: { [Field in TField]: string[] } & { messages?: FieldMessages },
  field: TField,
): string[] {
  const texts = written[field];
  const parts = written.messages?.[field] ?? [];
  return texts.map(
    (text, index) => (parts[index] && readParts([parts[index]])) ?? text,
  );
}

function readParts(parts: MessageParts): string | undefined {
  const texts = parts.map(part =>
    typeof part === 'string' ? part : readMessage(part),
  );
  const written = texts.filter(text => text !== undefined);
  return written.length < texts.length ? undefined : joinParts(written);
}
