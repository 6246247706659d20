import type { Token } from 'markdown-it';
import { plainText } from './headings';

/** A word, or one character of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The same where there are no letters but English ones, for which V8 has less to compile. */
const ENGLISH_WORD = /[a-z\d]+(?:['’.-][a-z\d]+)*/gi;

/** All but English letters, digits and marks, and the quotes and dashes around them. */
const OTHER_LETTER = /[^\0-\x7f\u2010-\u2027]/;

function wordsOf(text: string): RegExpMatchArray | null {
  return text.match(OTHER_LETTER.test(text) ? WORD : ENGLISH_WORD);
}

/** Counts what there is to read on a page, without its code blocks. */
export function countWords(tokens: Token[]): number {
  let count = 0;
  for (const { type, children } of tokens) {
    if (type === 'inline') {
      count += wordsOf(plainText(children))?.length ?? 0;
    }
  }
  return count;
}
