import type {
  ApiDiff,
  ApiLineDiff,
  ApiVersion,
} from '@atrium/plugin-api-history-common';
import { NotFoundError } from '@backstage/errors';
import type { CompareResult } from '../analysis/DefinitionAnalysis';
import { textOnly } from '../analysis/TextOnly';
import type { ThreadedAnalyzer } from '../analysis/ThreadedAnalyzer';
import { words } from '../apiHistoryWords';
import type { VersionStore } from '../database/VersionStore';

const MAX_CACHED = 50;
const NOTHING = { breaking: 0, risky: 0, compatible: 0 };

/** Two versions of one API. */
export interface VersionPair {
  from: ApiVersion;
  to: ApiVersion;
}

/** Compares any two versions of an API. */
export class VersionComparer {
  readonly #analyzer: ThreadedAnalyzer;
  readonly #versions: VersionStore;
  /** Versions never change, so what was found stays true. */
  readonly #results = new Map<string, Promise<CompareResult>>();

  constructor(options: { analyzer: ThreadedAnalyzer; versions: VersionStore }) {
    this.#analyzer = options.analyzer;
    this.#versions = options.versions;
  }

  async compare(pair: VersionPair): Promise<ApiDiff> {
    const result =
      (await this.#getStored(pair)) ?? (await this.#getCached(pair));
    const base = { entityRef: pair.to.entityRef, ...pair };
    if (!result.isSemantic) {
      return {
        ...base,
        isSemantic: false,
        reason: result.reason,
        messages: result.messages,
        counts: NOTHING,
        changes: [],
        isTruncated: false,
      };
    }
    return { ...base, ...result };
  }

  async compareLines({ from, to }: VersionPair): Promise<ApiLineDiff> {
    const [before, after] = await Promise.all([
      this.#getText(from),
      this.#getText(to),
    ]);
    const changes = await this.#analyzer.compareLines({ before, after });
    return { entityRef: to.entityRef, from, to, ...changes };
  }

  async #getText(version: ApiVersion): Promise<string> {
    const text = await this.#versions.getDefinition(version.id);
    if (text === undefined) {
      throw new NotFoundError(
        `The text of version ${version.number} was not kept`,
      );
    }
    return text;
  }

  /** What was found when the newer version came. */
  async #getStored({
    from,
    to,
  }: VersionPair): Promise<CompareResult | undefined> {
    if (to.comparedTo !== from.number) {
      return undefined;
    }
    const stored = await this.#versions.getComparison(to.id);
    if (stored?.changes && to.counts) {
      const { changes, isTruncated = false } = stored;
      return { isSemantic: true, counts: to.counts, changes, isTruncated };
    }
    return stored?.textOnlyReason === undefined
      ? undefined
      : {
          isSemantic: false,
          reason: stored.textOnlyReason,
          messages: stored.textOnlyMessages,
        };
  }

  async #getCached(pair: VersionPair): Promise<CompareResult> {
    const key = `${pair.from.id} ${pair.to.id}`;
    let result = this.#results.get(key);
    if (!result) {
      result = this.#compareNow(pair);
      this.#results.set(key, result);
      result.catch(() => this.#results.delete(key));
      const [oldest] = this.#results.keys();
      if (this.#results.size > MAX_CACHED && oldest !== undefined) {
        this.#results.delete(oldest);
      }
    }
    return result;
  }

  async #compareNow({ from, to }: VersionPair): Promise<CompareResult> {
    for (const { number, isValid, hasDefinition } of [from, to]) {
      if (!hasDefinition) {
        return textOnly(
          words.describe('apiHistory.textOnly.tooLarge', { number }),
        );
      }
      if (!isValid) {
        return textOnly(
          words.describe('apiHistory.textOnly.notValid', { number }),
        );
      }
    }
    const [before, after] = await Promise.all([
      this.#getText(from),
      this.#getText(to),
    ]);
    return this.#analyzer.compare({
      before: { type: from.type, text: before },
      after: { type: to.type, text: after },
    });
  }
}
