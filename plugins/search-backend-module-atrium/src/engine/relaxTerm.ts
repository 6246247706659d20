import type { DocumentStore } from './DocumentStore';
import type { NameVocabulary } from './NameVocabulary';
import type { SearchTerm, SearchToken } from './SearchTerm';
import { parseSearchTerm } from './SearchTerm';
import type { Stems } from './toTsQuery';
import { toTsQuery } from './toTsQuery';

export interface RelaxedTerm {
  term: SearchTerm;
  /** As a person would have typed it. */
  text: string;
  match: 'all' | 'any';
}

export interface RelaxTermOptions {
  store: DocumentStore;
  vocabulary: NameVocabulary;
  stems: Stems;
}

/**
 * What to look for instead of a term that nothing matches: words that no
 * document has are replaced by the nearest word of a name or left out; where
 * every word is known, any of them will do. Undefined when nothing is left.
 */
export async function relaxTerm(
  term: SearchTerm,
  options: RelaxTermOptions,
): Promise<RelaxedTerm | undefined> {
  const { store, vocabulary, stems } = options;
  const tokens: SearchToken[] = term.tokens.flatMap(token =>
    token.words.map(word => ({ words: [word], whole: word })),
  );
  const isKnown = await store.matchAny(
    tokens.map(token => toTsQuery([token], { stems, match: 'all' })),
  );
  if (isKnown.every(Boolean)) {
    const text = tokens.map(token => token.whole).join(' ');
    return tokens.length > 1 ? { term, text, match: 'any' } : undefined;
  }
  const words: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const word = isKnown[index]
      ? token.whole
      : await vocabulary.findNearest(token.whole);
    if (word !== undefined) {
      words.push(word);
    }
  }
  const text = words.join(' ');
  return words.length > 0
    ? { term: parseSearchTerm(text), text, match: 'all' }
    : undefined;
}
