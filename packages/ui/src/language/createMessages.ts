import { formatNumber } from '@atrium/common';
import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { fillMessage } from './fillMessage';
import type {
  Messages,
  MessageValues,
  Translated,
  Translator,
} from './messageTypes';
import { readTranslation } from './translations';

/** Options of {@link createMessages}. */
export interface CreateMessagesOptions<TMessages extends Messages> {
  /** The id of the plugin that says them, such as `delivery`. */
  id: string;
  /** The English texts; `{{name}}` stands for a value. */
  messages: TMessages;
  /** Those of other languages, loaded when a page is in that language. */
  translations: {
    [language in string]: () => Promise<{
      default: Translated<TMessages>;
    }>;
  };
}

/**
 * The texts of a package: the ref that names them to the app, so that an
 * installation can word them anew or add a language, and the function that reads
 * them, in components and outside of them.
 *
 * @remarks Call `t` when a text is shown, never while a module is loaded: there, the
 * language is not known yet.
 */
export function createMessages<const TMessages extends Messages>(
  options: CreateMessagesOptions<TMessages>,
): {
  ref: TranslationRef<string, TMessages>;
  t: Translator<TMessages>;
} {
  const { id, messages, translations } = options;
  const ref = createTranslationRef<string, Messages, typeof translations>({
    id,
    messages,
    translations,
  }) as unknown as TranslationRef<string, TMessages>;
  const t = (key: string, values: MessageValues = {}) => {
    const replace = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatNumber(value) : value,
      ]),
    );
    const text = readTranslation(ref);
    if (!text) {
      return fillMessage(messages, key, replace);
    }
    return text(key, {
      replace,
      ...(typeof values.count === 'number' && { count: values.count }),
    });
  };
  return { ref, t: t as Translator<TMessages> };
}
