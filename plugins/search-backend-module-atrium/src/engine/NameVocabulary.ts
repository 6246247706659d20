import { editDistance } from '../text/editDistance';
import type { DocumentStore, NameWord } from './DocumentStore';

const MAX_WORDS = 20_000;
const KEEP_MS = 60_000;

/** Knows the words that things are named by, and which one was meant. */
export class NameVocabulary {
  readonly #store: DocumentStore;
  #words: { read: Promise<NameWord[]>; at: number } | undefined;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** The word nearest to one that no document has, if there is one. */
  async findNearest(word: string): Promise<string | undefined> {
    const limit = allowedMistakes(word);
    if (limit === 0) {
      return undefined;
    }
    let nearest: NameWord | undefined;
    let distance = limit;
    // The most frequent words come first, so that of two as near they win.
    for (const candidate of await this.#readWords()) {
      const own = editDistance(word, candidate.word, distance);
      if (own < distance || (own === distance && !nearest)) {
        nearest = candidate;
        distance = own;
      }
    }
    return nearest?.word;
  }

  #readWords(): Promise<NameWord[]> {
    const now = Date.now();
    if (!this.#words || now - this.#words.at > KEEP_MS) {
      const read = this.#store.readNameWords(MAX_WORDS);
      this.#words = { read, at: now };
      read.catch(() => {
        this.#words = undefined;
      });
    }
    return this.#words.read;
  }
}

/** Short words are near to everything. */
function allowedMistakes(word: string): number {
  if (word.length < 4) {
    return 0;
  }
  return word.length < 7 ? 1 : 2;
}
