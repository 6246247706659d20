import { isUnspaced } from '@atrium/common';
import { foldText } from '../text/foldText';
import { CAMEL_CASE } from '../text/splitToken';

/** Two lines of a result on a wide screen. */
const FRAGMENT_LENGTH = 220;
const LEAD_LENGTH = 40;
const MAX_TEXT_LENGTH = 100_000;
const MAX_MATCHES = 500;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

export interface HighlightTags {
  preTag: string;
  postTag: string;
}

interface Match {
  start: number;
  end: number;
  /** Which of the words it is. */
  word: number;
}

/** Marks the words of a term in texts. */
export class Highlighter {
  readonly #beginnings: string[];
  readonly #tags: HighlightTags;

  /** `beginnings`: folded words or stems; a word that begins so is marked. */
  constructor(beginnings: string[], tags: HighlightTags) {
    this.#beginnings = beginnings;
    this.#tags = tags;
  }

  /** The whole text with its marks. */
  markAll(text: string): string {
    return this.#mark(
      { text, matches: this.#findMatches(text) },
      { start: 0, end: text.length },
    );
  }

  /** The part of a text that says most about the term, on one line. */
  markFragment(text: string): string {
    const line = text.slice(0, MAX_TEXT_LENGTH).replace(/\s+/g, ' ').trim();
    const matches = this.#findMatches(line);
    const start = findStart(line, matches);
    const end = findEnd(line, start);
    const fragment = this.#mark({ text: line, matches }, { start, end });
    return `${start > 0 ? '… ' : ''}${fragment}${
      end < line.length ? ' …' : ''
    }`;
  }

  #findMatches(text: string): Match[] {
    const matches: Match[] = [];
    if (this.#beginnings.length === 0) {
      return matches;
    }
    for (const { 0: word, index } of text.matchAll(WORD)) {
      matches.push(...this.#matchWord(word, index));
      if (matches.length >= MAX_MATCHES) {
        break;
      }
    }
    return matches;
  }

  /** All places of words of a language without spaces, those that touch as one. */
  #matchInside(text: string, start: number): Match[] {
    const folded = foldText(text);
    // Letters that are taken apart by folding are elsewhere in the text.
    if (folded.length !== text.length) {
      return [];
    }
    const found = this.#beginnings
      .flatMap((beginning, word) =>
        [...folded.matchAll(new RegExp(beginning, 'gu'))].map(({ index }) => ({
          start: start + index,
          end: start + index + beginning.length,
          word,
        })),
      )
      .sort((one, other) => one.start - other.start);
    return found.reduce<Match[]>((merged, match) => {
      const last = merged.at(-1);
      if (last && match.start <= last.end) {
        last.end = Math.max(last.end, match.end);
        return merged;
      }
      return [...merged, match];
    }, []);
  }

  /** The whole word, or those parts of a word like `PaymentStatus`. */
  #matchWord(word: string, start: number): Match[] {
    if (isUnspaced(word)) {
      return this.#matchInside(word, start);
    }
    const whole = this.#findBeginning(word);
    const parts = word.split(CAMEL_CASE);
    if (parts.length === 1) {
      return whole < 0
        ? []
        : [{ start, end: start + word.length, word: whole }];
    }
    const matches: Match[] = [];
    let position = start;
    for (const part of parts) {
      const found = this.#findBeginning(part);
      const end = position + part.length;
      if (found >= 0) {
        matches.push({ start: position, end, word: found });
      }
      position = end;
    }
    return matches.length === 0 && whole >= 0
      ? [{ start, end: position, word: whole }]
      : matches;
  }

  #findBeginning(word: string): number {
    const folded = foldText(word);
    return this.#beginnings.findIndex(beginning =>
      beginning.length > 1
        ? folded.startsWith(beginning)
        : folded === beginning,
    );
  }

  #mark(
    { text, matches }: { text: string; matches: Match[] },
    { start, end }: { start: number; end: number },
  ): string {
    const { preTag, postTag } = this.#tags;
    let marked = '';
    let position = start;
    for (const match of matches) {
      if (match.start >= start && match.end <= end) {
        marked += text.slice(position, match.start);
        marked += `${preTag}${text.slice(match.start, match.end)}${postTag}`;
        position = match.end;
      }
    }
    return marked + text.slice(position, end);
  }
}

/** Where the fragment with the most different words begins. */
function findStart(text: string, matches: Match[]): number {
  if (text.length <= FRAGMENT_LENGTH) {
    return 0;
  }
  let best = 0;
  let bestCount = 0;
  for (const [index, first] of matches.entries()) {
    const words = new Set<number>();
    for (const match of matches.slice(index)) {
      if (match.end - first.start > FRAGMENT_LENGTH - LEAD_LENGTH) {
        break;
      }
      words.add(match.word);
    }
    if (words.size > bestCount) {
      best = first.start;
      bestCount = words.size;
    }
  }
  if (best <= LEAD_LENGTH) {
    return 0;
  }
  const space = text.indexOf(' ', best - LEAD_LENGTH);
  return space >= 0 && space < best ? space + 1 : best;
}

function findEnd(text: string, start: number): number {
  const end = start + FRAGMENT_LENGTH;
  if (end >= text.length) {
    return text.length;
  }
  const space = text.lastIndexOf(' ', end);
  return space > start ? space : end;
}
