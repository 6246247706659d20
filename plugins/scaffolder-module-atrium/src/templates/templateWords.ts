import { formatList } from '@atrium/ui';
import { t } from '../translation';

/** `Used by 3 services` of a template of services. */
export function usedByWords(count: number, type: string): string {
  return count === 0
    ? t('templateWords.notUsedYet')
    : t('templateWords.usedBy', {
        count,
        type: count === 1 ? type : plural(type),
      });
}

/** `Creates a repository, a catalog entry and a database (optional)`. */
export function createsWords(things: string[]): string {
  return things.length > 0
    ? t('templateWords.creates', {
        things: formatList(
          things.map(thing => t('templateWords.thing', { thing })),
        ),
      })
    : t('templateWords.createsNothingOfItsOwn');
}

/** Types are words of catalog files, and these are English. */
function plural(word: string): string {
  if (/(s|x|ch|sh)$/.test(word)) {
    return `${word}es`;
  }
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
