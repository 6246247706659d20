import type { Token } from 'markdown-it';
import { plainText } from './headings';

/** A word, or one character of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** Counts what there is to read on a page, without its code blocks. */
export function countWords(tokens: Token[]): number {
  let count = 0;
  for (const { type, children } of tokens) {
    if (type === 'inline') {
      count += plainText(children).match(WORD)?.length ?? 0;
    }
  }
  return count;
}
