import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import { setLanguage } from '@atrium/common';

/** Where the stock app keeps it too. */
const STORAGE_KEY = 'language';

const DEFAULT_LANGUAGE = 'en';

/** Options of {@link createPageLanguage}. */
export interface CreatePageLanguageOptions {
  /** What people choose among, such as `en` and `de`. */
  languages: string[];
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Starts the page anew, in the language that is kept by then. */
  reload(): void;
}

/**
 * The language of the page, which stays what it is for as long as the page is open:
 * a choice is kept in the browser, and the page starts anew in it.
 *
 * @remarks So texts and figures can be written by plain functions, and a form that is
 * open in another tab is not lost by a choice made in this one.
 */
export function createPageLanguage(
  options: CreatePageLanguageOptions,
): AppLanguageApi {
  const { storage, reload } = options;
  const languages = [...new Set([DEFAULT_LANGUAGE, ...options.languages])];
  const kept = storage.getItem(STORAGE_KEY);
  const language =
    kept !== null && languages.includes(kept) ? kept : DEFAULT_LANGUAGE;
  setLanguage(language);
  document.documentElement.lang = language;
  // It never becomes another one.
  const unchanging: ReturnType<AppLanguageApi['language$']> = {
    [Symbol.observable]: () => unchanging,
    subscribe: () => ({ unsubscribe: () => {}, closed: false }),
  };
  return {
    getAvailableLanguages: () => ({ languages: [...languages] }),
    getLanguage: () => ({ language }),
    setLanguage: (chosen = DEFAULT_LANGUAGE) => {
      if (!languages.includes(chosen)) {
        throw new Error(
          `There is no language '${chosen}', only '${languages.join("', '")}'`,
        );
      }
      if (chosen !== language) {
        storage.setItem(STORAGE_KEY, chosen);
        reload();
      }
    },
    language$: () => unchanging,
  };
}
