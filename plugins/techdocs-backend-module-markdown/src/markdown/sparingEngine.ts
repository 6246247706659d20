import type { RegexEngine } from 'shiki/core';

type Scanner = ReturnType<RegexEngine['createScanner']>;
type Text = Parameters<Scanner['findNextMatchSync']>[0];
type Match = ReturnType<Scanner['findNextMatchSync']>;

/**
 * Searches of one scanner after which its patterns are compiled together: from then on
 * a search in one call saves more than that takes.
 */
const MANY_SEARCHES = 400;

/** Matches that depend on where the search starts. */
const START_ANCHOR = '\\G';

/** A regular expression, compiled when it is first tried, that knows its last match. */
class SharedRegex {
  match: Match = null;
  #scanner: Scanner | undefined;
  #text: Text | undefined;
  #from = 0;
  #start = Infinity;
  readonly #source: string;
  readonly #engine: RegexEngine;
  readonly #dependsOnStart: boolean;

  constructor(engine: RegexEngine, source: string) {
    this.#engine = engine;
    this.#source = source;
    this.#dependsOnStart = source.includes(START_ANCHOR);
  }

  /** Where it matches first from a position on; infinite where it does not. */
  search(text: Text, from: number): number {
    const isKnown =
      this.#text === text &&
      !this.#dependsOnStart &&
      this.#from <= from &&
      this.#start >= from;
    if (!isKnown) {
      this.#scanner ??= this.#engine.createScanner([this.#source]);
      this.match = this.#scanner.findNextMatchSync(text, from, 0);
      this.#text = text;
      this.#from = from;
      this.#start = this.match?.captureIndices[0].start ?? Infinity;
    }
    return this.#start;
  }
}

/**
 * An engine that compiles a regular expression once, and only when a search comes to
 * it.
 *
 * @remarks
 * Each rule of a grammar has a scanner with the patterns of all rules that it includes.
 * So most patterns are in many scanners, and a page tries a few of them: Oniguruma would
 * compile thousands where hundreds are needed, which takes it longer than to colour the
 * code of a small site. The match is the same: of all patterns the one that matches
 * first, and of those at one place the one that comes first.
 */
export function createSparingEngine(engine: RegexEngine): RegexEngine {
  const regexes = new Map<string, SharedRegex>();
  const regexOf = (source: string): SharedRegex => {
    const known = regexes.get(source);
    if (known) {
      return known;
    }
    const regex = new SharedRegex(engine, source);
    regexes.set(source, regex);
    return regex;
  };
  return {
    createString: text => engine.createString(text),
    createScanner(patterns) {
      const shared = patterns.map(pattern =>
        regexOf(typeof pattern === 'string' ? pattern : pattern.source),
      );
      let searchCount = 0;
      let whole: Scanner | undefined;
      return {
        findNextMatchSync(text, from, options) {
          searchCount += 1;
          if (searchCount > MANY_SEARCHES) {
            whole ??= engine.createScanner(patterns);
            return whole.findNextMatchSync(text, from, options);
          }
          return searchInTurn(shared, text, from);
        },
      };
    },
  };
}

function searchInTurn(regexes: SharedRegex[], text: Text, from: number): Match {
  let first = Infinity;
  let index = -1;
  for (let candidate = 0; candidate < regexes.length; candidate += 1) {
    const start = regexes[candidate].search(text, from);
    if (start < first) {
      first = start;
      index = candidate;
    }
    if (start === from) {
      break;
    }
  }
  const captureIndices = regexes[index]?.match?.captureIndices;
  return captureIndices ? { index, captureIndices } : null;
}
