import { editDistance } from '../text/editDistance';
import type { DocumentStore } from './DocumentStore';

const MAX_WORDS = 20_000;
const KEEP_MS = 60_000;

interface KnownWord {
  word: string;
  letters: number;
}

/** Knows the words that things are named by, and which one was meant. */
export class NameVocabulary {
  readonly #store: DocumentStore;
  #words: { read: Promise<KnownWord[]>; at: number } | undefined;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** The word nearest to one that no document has, if there is one. */
  async findNearest(word: string): Promise<string | undefined> {
    const limit = allowedMistakes(word);
    if (limit === 0) {
      return undefined;
    }
    let nearest: KnownWord | undefined;
    let distance = limit;
    const letters = letterSet(word);
    // The most frequent words come first, so that of two as near they win.
    for (const candidate of await this.#readWords()) {
      // Each mistake changes two letters at most. This tells of nearly all words
      // that they are far without comparing them, which takes a hundred times
      // as long and would hold up all that the portal does.
      if (countBits(letters ^ candidate.letters) > 2 * distance) {
        continue;
      }
      const own = editDistance(word, candidate.word, distance);
      if (own < distance || (own === distance && !nearest)) {
        nearest = candidate;
        distance = own;
      }
    }
    return nearest?.word;
  }

  #readWords(): Promise<KnownWord[]> {
    const now = Date.now();
    if (!this.#words || now - this.#words.at > KEEP_MS) {
      const read = this.#store
        .readNameWords(MAX_WORDS)
        .then(words =>
          words.map(({ word }) => ({ word, letters: letterSet(word) })),
        );
      this.#words = { read, at: now };
      read.catch(() => {
        this.#words = undefined;
      });
    }
    return this.#words.read;
  }
}

/** Which characters a word has, one bit each; several share a bit. */
function letterSet(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) {
    letters |= 1 << (word.charCodeAt(index) & 31);
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count += 1;
  }
  return count;
}

/** Short words are near to everything. */
function allowedMistakes(word: string): number {
  if (word.length < 4) {
    return 0;
  }
  return word.length < 7 ? 1 : 2;
}
