import { isUnspaced } from '@atrium/common';
import { splitToken } from './splitToken';

/** Longer ones are hashes, keys and encoded data, which nobody types. */
const MAX_WORD_LENGTH = 64;

const PLAIN_WORD = /^[a-z0-9]+$/;

/**
 * A text as words for the index, separated by spaces: identifiers in their
 * parts and as a whole, so that both `refund request` and `refundrequest` find
 * `RefundRequest`.
 *
 * @remarks
 * PostgreSQL's own parser takes `/refunds` for the name of a file and
 * `RefundRequest` for one word, so that `refunds` would find neither. It is
 * given plain words, which it cannot take for anything else.
 */
export function indexWords(text: string): string {
  const words: string[] = [];
  for (const token of text.split(/\s+/)) {
    // Most tokens of a text are words already.
    const parts = PLAIN_WORD.test(token) ? [token] : splitToken(token);
    if (parts.length === 1) {
      if (parts[0].length <= MAX_WORD_LENGTH) {
        words.push(parts[0]);
      }
      continue;
    }
    words.push(...parts.filter(part => part.length <= MAX_WORD_LENGTH));
    const whole = parts.join('');
    const isName = whole !== '' && !isUnspaced(whole);
    if (isName && whole.length <= MAX_WORD_LENGTH) {
      words.push(whole);
    }
  }
  return words.join(' ');
}
