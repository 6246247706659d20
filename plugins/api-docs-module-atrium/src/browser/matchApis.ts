import type { ApiRow } from './ApiRow';

/** Words that say nothing about an API in a question about one. */
const FILLERS = new Set(
  'a an and are for from in is of on or the to what where which with'.split(
    ' ',
  ),
);

/** How much it counts in which part of an API a word is found. */
const WEIGHTS = {
  name: 8,
  provider: 5,
  tag: 4,
  system: 3,
  owner: 3,
  type: 3,
  lifecycle: 2,
  description: 2,
};

/** How well a word of the query fits a word of the API. */
const FIT = { same: 1, stem: 0.9, start: 0.8, inside: 0.5 };

interface SearchableApi {
  row: ApiRow;
  titles: string[];
  fields: { weight: number; words: string[] }[];
}

/** The APIs that fit a query, best first. */
export interface ApiMatches {
  rows: ApiRow[];
  /** The words of the query that count. */
  words: string[];
  /** Whether the rows have all words; otherwise they have the most. */
  isComplete: boolean;
}

/** Prepares APIs for {@link matchApis}, once for all queries. */
export function toSearchable(rows: ApiRow[]): SearchableApi[] {
  return rows.map(row => {
    const field = (weight: number, ...texts: (string | undefined)[]) => ({
      weight,
      words: texts.flatMap(text => wordsOf(text ?? '')),
    });
    const { system, owner } = row;
    const providers = row.providers.flatMap(namesOf);
    return {
      row,
      titles: [row.title, row.name].map(text => wordsOf(text).join(' ')),
      fields: [
        field(WEIGHTS.name, row.title, row.name),
        field(WEIGHTS.provider, ...providers),
        field(WEIGHTS.tag, ...row.tags),
        field(WEIGHTS.system, ...(system ? namesOf(system) : [])),
        field(WEIGHTS.owner, ...(owner ? namesOf(owner) : [])),
        field(WEIGHTS.type, row.typeTitle, row.type),
        field(WEIGHTS.lifecycle, row.lifecycle),
        field(WEIGHTS.description, row.description),
      ],
    };
  });
}

/**
 * Finds the APIs that a query means.
 *
 * @remarks Every word has to be found somewhere in an API. When no API has all
 * of them, those that have the most are given: one word too many in a question
 * should not hide the answer.
 */
export function matchApis(apis: SearchableApi[], query: string): ApiMatches {
  const allWords = wordsOf(query);
  const words = allWords.filter(word => !FILLERS.has(word));
  if (words.length === 0) {
    return { rows: apis.map(api => api.row), words, isComplete: true };
  }
  const scored = apis.map(api => ({
    row: api.row,
    isExact: api.titles.includes(allWords.join(' ')),
    scores: words.map(word => scoreOf(api, word)),
  }));
  const countOf = (scores: number[]) => scores.filter(Boolean).length;
  const most = Math.max(0, ...scored.map(({ scores }) => countOf(scores)));
  const found = scored.filter(
    ({ scores }) => most > 0 && countOf(scores) === most,
  );
  found.sort(
    (a, b) =>
      Number(b.isExact) - Number(a.isExact) ||
      sum(b.scores) - sum(a.scores) ||
      a.row.title.localeCompare(b.row.title),
  );
  return {
    rows: found.map(({ row }) => row),
    words,
    isComplete: most === words.length,
  };
}

/** The words of a text, lower-cased. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a word of a query is found in a word of a text, both lower-cased. */
export function isMatch(word: string, candidate: string): boolean {
  return fit(word, candidate) > 0;
}

function namesOf({ title, entityRef }: { title: string; entityRef: string }) {
  return [title, entityRef.slice(entityRef.indexOf('/') + 1)];
}

function scoreOf({ fields }: SearchableApi, word: string): number {
  let best = 0;
  for (const { weight, words } of fields) {
    for (const candidate of words) {
      best = Math.max(best, weight * fit(word, candidate));
    }
  }
  return best;
}

function fit(word: string, candidate: string): number {
  if (candidate === word) {
    return FIT.same;
  }
  if (stem(candidate) === stem(word)) {
    return FIT.stem;
  }
  if (candidate.startsWith(word)) {
    return FIT.start;
  }
  return candidate.includes(word) ? FIT.inside : 0;
}

/** People ask for the payments service; it is called payment-service. */
function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
