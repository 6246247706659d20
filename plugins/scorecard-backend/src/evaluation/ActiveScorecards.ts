import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { StoredScorecard } from '../definitions/StoredScorecard';
import {
  type CompiledScorecard,
  compileScorecard,
} from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

/** A scorecard in force that can be evaluated. */
export interface ActiveScorecard extends StoredScorecard {
  compiled: CompiledScorecard;
}

interface ActiveScorecardsOptions {
  expressions: () => ScorecardExpressions;
  scorecards: ScorecardStore;
}

/** Knows the scorecards in force, compiled. */
export class ActiveScorecards {
  readonly #options: ActiveScorecardsOptions;
  #compiled = new Map<string, CompiledScorecard | undefined>();
  #version = '';

  constructor(options: ActiveScorecardsOptions) {
    this.#options = options;
  }

  /**
   * Those that can be evaluated. One whose facts are gone with their provider is
   * left as it was rated last.
   */
  async list(knex?: Knex): Promise<ActiveScorecard[]> {
    const stored = await this.#options.scorecards.list(knex);
    return stored.flatMap(one => {
      const compiled = this.#compile(one);
      return compiled ? [{ ...one, compiled }] : [];
    });
  }

  /** @throws ConflictError when its facts are gone with their provider */
  async find(name: string): Promise<ActiveScorecard | undefined> {
    const stored = await this.#options.scorecards.find(name);
    if (!stored) {
      return undefined;
    }
    const compiled = this.#compile(stored);
    if (!compiled) {
      throw new ConflictError(
        `The scorecard '${name}' names facts that are there no more`,
      );
    }
    return { ...stored, compiled };
  }

  #compile({
    definition,
    hash,
  }: StoredScorecard): CompiledScorecard | undefined {
    const expressions = this.#options.expressions();
    if (this.#version !== expressions.version) {
      this.#compiled = new Map();
      this.#version = expressions.version;
    }
    if (!this.#compiled.has(hash)) {
      const { scorecard } = compileScorecard(definition, expressions);
      this.#compiled.set(hash, scorecard);
    }
    return this.#compiled.get(hash);
  }
}
