import { perLanguage } from '../language/language';

const allFormat = perLanguage(({ dates }) => new Intl.ListFormat(dates));

const anyFormat = perLanguage(
  ({ dates }) => new Intl.ListFormat(dates, { type: 'disjunction' }),
);

/** Words one after the other: `a, b and c`. */
export function formatList(words: Iterable<string>): string {
  return allFormat().format(words);
}

/** Words of which one is enough: `a, b or c`. */
export function formatAny(words: Iterable<string>): string {
  return anyFormat().format(words);
}
