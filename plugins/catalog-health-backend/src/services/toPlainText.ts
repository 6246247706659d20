import { cutText } from '@atrium/backend-common';

const MAX_LENGTH = 400;

/** What steers a terminal or turns the direction of a text. */
const UNPRINTABLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** One line of text that is safe to keep and show, whoever wrote what it quotes. */
export function toPlainText(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ').trim().toWellFormed();
  return plain.length > MAX_LENGTH
    ? `${cutText(plain, MAX_LENGTH - 1)}…`
    : plain;
}
