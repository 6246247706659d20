import { isUnspaced } from '@atrium/common';
import type { SearchToken } from './SearchTerm';

/**
 * What PostgreSQL's English dictionary makes of a word: its stem, or nothing
 * of a word like `the`.
 */
export type Stems = Map<string, string[]>;

export interface ToTsQueryOptions {
  stems: Stems;
  /** Whether a document has to match all tokens or any of them. */
  match: 'all' | 'any';
  /** Whether the last word may be the beginning of a longer one, as while typing. */
  isBeginning?: boolean;
}

/**
 * A query in the syntax of `tsquery`.
 *
 * @remarks
 * Words hold letters and digits only, so that nothing a person types can reach
 * the parser of PostgreSQL as syntax.
 */
export function toTsQuery(
  tokens: SearchToken[],
  options: ToTsQueryOptions,
): string {
  const { stems, match, isBeginning = true } = options;
  const distinctive = tokens.filter(token =>
    token.words.some(word => stems.get(word)?.length !== 0),
  );
  // Of nothing but words like `the`, all count: it may be a name.
  const counted = distinctive.length > 0 ? distinctive : tokens;
  return counted
    .map(token => tokenQuery(token, { stems, isBeginning }))
    .join(match === 'all' ? ' & ' : ' | ');
}

function tokenQuery(
  token: SearchToken,
  { stems, isBeginning }: { stems: Stems; isBeginning: boolean },
): string {
  // Those before the last one are typed to their end.
  const last = token.words.length - 1;
  const words = token.words
    .map((word, index) =>
      wordQuery(word, stems.get(word), isBeginning && index === last),
    )
    .join(' & ');
  return token.words.length > 1
    ? `((${words}) | ${token.whole}${isBeginning ? ':*' : ''})`
    : `(${words})`;
}

/** A word, or the beginning of one as it is being typed, or a form of it. */
function wordQuery(
  word: string,
  stems: string[] | undefined,
  isBeginning: boolean,
): string {
  // A single letter begins too many words to tell anything, unless it is one itself.
  const isTelling = word.length > 1 || isUnspaced(word);
  const start = isBeginning && isTelling ? `${word}:*` : word;
  const forms = (stems ?? []).filter(stem => stem !== word);
  const numbers = forms.length > 0 ? [] : otherNumber(word, isBeginning);
  return `(${[start, ...forms, ...numbers].join(' | ')})`;
}

/** The dictionary leaves `SLOs` as it is, which is no other word than `SLO`. */
function otherNumber(word: string, isBeginning: boolean): string[] {
  if (/^\d+$|^..?$|ss$/.test(word)) {
    return [];
  }
  if (word.endsWith('s')) {
    return [word.slice(0, -1)];
  }
  return isBeginning ? [] : [`${word}s`];
}
