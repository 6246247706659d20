import { stringifyError } from '@backstage/errors';
import { commonMessages } from './common/commonMessages';
import { formatMessageValue } from './formatMessageValue';
import { joinParts } from './joinParts';
// The types alone: processes that build documentation load no schemas at their start.
import type {
  FieldMessages,
  MessageDescriptor,
  MessageParts,
  MessageValue,
  WrittenMessage,
} from './messageDescriptor';
import { cutTitle } from './cutTitle';
import type { MessageArguments, MessageKey, Messages } from './messageTypes';
import { splitMessage } from './splitMessage';

/** What a field says: a text as it is, or one or several messages. */
export type FieldText = string | MessageDescriptor | MessageParts;

type WrittenFields<TFields> = { [Field in keyof TFields]: string };

/**
 * Writes the messages of a plugin in English, for mail, logs and other programs, and
 * says beside each text what it is made of, so that a page writes it in the language
 * of whoever reads it.
 */
export class MessageWriter<const TMessages extends Messages> {
  readonly #messages: TMessages;

  /** @param options - the messages of the `-common` package, in English */
  constructor({ messages }: { messages: TMessages }) {
    this.#messages = messages;
  }

  /** A message by its key, to be written now, or as a part of another one. */
  describe<TKey extends MessageKey<TMessages> & string>(
    key: TKey,
    ...[values]: MessageArguments<TMessages, TKey, MessageValue>
  ): MessageDescriptor {
    return values ? { key, values } : { key };
  }

  /** The same, with its English text, for a backend that may not know the key. */
  write<TKey extends MessageKey<TMessages> & string>(
    key: TKey,
    ...values: MessageArguments<TMessages, TKey, MessageValue>
  ): WrittenMessage {
    const message = this.describe(key, ...values);
    return { ...message, text: this.text(message) };
  }

  /**
   * The English text of a message: of the plugin, of those that all share, or the one
   * that came with it.
   */
  text({ key, values = {}, text }: MessageDescriptor): string {
    if (text !== undefined) {
      return text;
    }
    const parts =
      splitMessage(this.#messages, key, values.count) ??
      splitMessage(commonMessages.messages, key, values.count);
    if (!parts) {
      throw new Error(`There is no message '${key}'`);
    }
    return parts
      .map((part, index) =>
        index % 2 === 0
          ? part
          : formatMessageValue(values[part], message => this.text(message)),
      )
      .join('');
  }

  /**
   * The English texts of fields, and in `messages` what each is made of; what is a
   * text already is kept, since somebody wrote it.
   */
  fields<TFields extends { [field: string]: FieldText }>(
    fields: TFields,
  ): WrittenFields<TFields> & { messages: FieldMessages } {
    const texts: { [field: string]: string } = {};
    const messages: FieldMessages = {};
    for (const [field, said] of Object.entries(fields)) {
      const parts = Array.isArray(said) ? said : [said];
      texts[field] = joinParts(
        parts.map(part => (typeof part === 'string' ? part : this.text(part))),
      );
      if (parts.some(part => typeof part !== 'string')) {
        messages[field] = parts;
      }
    }
    return { ...(texts as WrittenFields<TFields>), messages };
  }

  /**
   * An error with a message for people, and beside it what that is made of. The
   * backend answers both, and pages show it in the language of the reader.
   *
   * @param cause - what it came from; readers see it behind the message
   */
  error<TError extends Error>(
    ErrorClass: new (message: string, cause?: unknown) => TError,
    message: MessageDescriptor,
    cause?: unknown,
  ): TError & { messages: FieldMessages } {
    const parts: MessageParts =
      cause === undefined ? [message] : [message, `(${stringifyError(cause)})`];
    return Object.assign(new ErrorClass(this.text(message), cause), {
      messages: { message: parts },
    });
  }

  /**
   * The fields of a notification; what they are made of is in its metadata. Titles
   * hold what people called their things, at any length, so they are cut.
   */
  notification(fields: {
    title: FieldText;
    description?: FieldText;
  }): NotificationText {
    const { title, description } = fields;
    const { messages, ...texts } = this.fields({
      title,
      ...(description !== undefined && { description }),
    });
    return {
      ...texts,
      title: cutTitle(texts.title),
      metadata: { messages },
    };
  }
}

/** What a notification says, in English and in no language. */
export interface NotificationText {
  title: string;
  description?: string;
  metadata: { messages: FieldMessages };
}
