import { getLanguage } from '@atrium/common';

/**
 * A word or heading as it is written within a sentence: with a small letter, except
 * for abbreviations, and in German, where nouns keep their capital.
 */
export function inSentence(text: string): string {
  return getLanguage() === 'de' || /^[A-Z]{2}/.test(text)
    ? text
    : text.charAt(0).toLocaleLowerCase('en') + text.slice(1);
}
