import type {
  TranslationApi,
  TranslationRef,
  TranslationRefTuple,
} from '@backstage/frontend-plugin-api';
import type { Messages, MessageValues } from './messageTypes';

/** Makes the text of a message of one ref. */
export type MessageFunction = (
  key: string,
  options: { count?: number; replace: MessageValues },
) => string | JSX.Element;

let api: TranslationApi | undefined;
const ready = new Map<TranslationRef, MessageFunction>();
const loading = new Map<TranslationRef, Promise<void>>();

/**
 * Has all messages come from the translations of the app, in its language.
 *
 * @remarks Called once, before a page is drawn. Until then, and in tests of single
 * components, messages are the English ones.
 */
export function connectTranslations(translationApi: TranslationApi): void {
  if (api !== translationApi) {
    api = translationApi;
    ready.clear();
    loading.clear();
  }
}

/**
 * The function that makes texts of a ref, or undefined without an app.
 *
 * @throws a promise while the messages of the language are on their way, which has
 * React wait with the component that asked
 */
export function readTranslation<TMessages extends Messages>(
  translationRef: TranslationRef<string, TMessages>,
): MessageFunction | undefined {
  if (!api) {
    return undefined;
  }
  const ref = translationRef as unknown as TranslationRef;
  const known = ready.get(ref);
  if (known) {
    return known;
  }
  const snapshot = api.getTranslation(ref);
  if (!snapshot.ready) {
    throw load(api, ref);
  }
  const text = snapshot.t as MessageFunction;
  ready.set(ref, text);
  return text;
}

/**
 * What is made of texts outside of a component, once they have come: an answer that
 * is told of over any page may need texts that no page has shown yet.
 *
 * @throws what `read` throws
 */
export async function whenTranslated<T>(read: () => T): Promise<T> {
  const waitedFor = new Set<unknown>();
  for (;;) {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof Promise) || waitedFor.has(thrown)) {
        throw thrown;
      }
      waitedFor.add(thrown);
      await thrown;
    }
  }
}

/** What an extension is called in the language of the page. */
export function titleText(
  title: string,
  translation: TranslationRefTuple<undefined> | undefined,
): string {
  const text = translation && readTranslation(translation.ref);
  return text ? String(text(translation.key, { replace: {} })) : title;
}

function load(from: TranslationApi, ref: TranslationRef): Promise<void> {
  const known = loading.get(ref);
  if (known) {
    return known;
  }
  const load$ = new Promise<void>(resolve => {
    from.translation$(ref).subscribe({
      next: ({ ready: isReady }) => isReady && resolve(),
      // The English messages stand for those that could not be loaded.
      error: () => resolve(),
    });
  });
  loading.set(ref, load$);
  return load$;
}
