import type { MessageArguments, MessageKey, Messages } from '@atrium/common';

export type { Messages, Translated } from '@atrium/common';

/**
 * The text of a message in the language of the page. Numbers are written as the
 * language does; a value that is an element makes the text an element.
 */
export interface Translator<TMessages extends Messages> {
  <TKey extends MessageKey<TMessages>>(
    key: TKey,
    ...values: MessageArguments<TMessages, TKey, string | number>
  ): string;
  <TKey extends MessageKey<TMessages>>(
    key: TKey,
    ...values: MessageArguments<TMessages, TKey, string | number | JSX.Element>
  ): JSX.Element;
}

/** What stands for the placeholders of a message. */
export type MessageValues = {
  [name in string]: string | number | JSX.Element;
};
