/** What `Intl` is asked for in a language. */
export interface Locale {
  /** For dates and lists: English ones are written as in Britain. */
  dates: string;
  /** For numbers and money. */
  numbers: string;
}

const ENGLISH: Locale = { dates: 'en-GB', numbers: 'en' };

let language = 'en';

/** What `Intl` is asked for in the language of the page. */
export function getLocale(): Locale {
  return language === 'en' ? ENGLISH : { dates: language, numbers: language };
}

/** The language that texts and figures are written in, such as `en` or `de`. */
export function getLanguage(): string {
  return language;
}

/**
 * Sets the language of texts and figures, before the first of them is written.
 *
 * @remarks A page in a browser has one language for as long as it is open. Backends
 * write English and never call this.
 */
export function setLanguage(chosen: string): void {
  language = chosen;
}

/**
 * A format of `Intl` in the language of the page, made once for each language, when
 * it is first asked for: making one is slow.
 */
export function perLanguage<T>(make: (locale: Locale) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const known = made.get(language);
    if (known) {
      return known;
    }
    const format = make(getLocale());
    made.set(language, format);
    return format;
  };
}

/**
 * Picks a word that backends and pages share; where there is none in the language
 * of the page, the English one.
 *
 * @remarks For the few words of `-common` packages. What only pages say belongs
 * into the messages of their plugin.
 */
export function inLanguage<T>(words: { en: T; [language: string]: T }): T {
  return words[language] ?? words.en;
}
