import { compactName } from '../text/compactName';
import { splitToken } from '../text/splitToken';

const MAX_TERM_LENGTH = 256;
const MAX_WORDS = 16;

/** One part of the term without spaces: `payment-service`. */
export interface SearchToken {
  words: string[];
  /** All words as one: `paymentservice`. */
  whole: string;
}

/** What a person typed, taken apart. */
export interface SearchTerm {
  tokens: SearchToken[];
  /** The whole term as a name; empty without a letter or a digit in it. */
  name: string;
}

/** Reads a term; whatever is neither letter nor digit only separates. */
export function parseSearchTerm(input: string): SearchTerm {
  const term = input.slice(0, MAX_TERM_LENGTH);
  const tokens: SearchToken[] = [];
  let wordCount = 0;
  for (const token of term.split(/\s+/)) {
    const words = splitToken(token).slice(0, MAX_WORDS - wordCount);
    if (words.length > 0) {
      tokens.push({ words, whole: words.join('') });
      wordCount += words.length;
    }
  }
  return { tokens, name: compactName(term) };
}
