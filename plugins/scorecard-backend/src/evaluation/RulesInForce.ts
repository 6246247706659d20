import type { Knex } from 'knex';
import type { ActiveScorecards } from './ActiveScorecards';
import type { Evaluator, PreparedScorecard } from './Evaluator';

interface RulesInForceOptions {
  active: Pick<ActiveScorecards, 'list'>;
  evaluator: Pick<Evaluator, 'findOwners' | 'readExemptions'>;
}

/**
 * Reads what entities are rated by, once for each step of a run: what was published or
 * granted since the last one counts. Whom owners stand for is asked once in a run.
 */
export class RulesInForce {
  readonly #options: RulesInForceOptions;
  readonly #owners = new Map<string, ReturnType<Evaluator['findOwners']>>();

  constructor(options: RulesInForceOptions) {
    this.#options = options;
  }

  async read(knex?: Knex): Promise<PreparedScorecard[]> {
    const { active, evaluator } = this.#options;
    const scorecards = await active.list(knex);
    return Promise.all(
      scorecards.map(async scorecard => ({
        ...scorecard,
        owners: await this.#findOwners(scorecard),
        exemptions: await evaluator.readExemptions(scorecard.name, knex),
      })),
    );
  }

  #findOwners(scorecard: Parameters<Evaluator['findOwners']>[0]) {
    const key = `${scorecard.reach} ${scorecard.definition.spec.owner}`;
    const found =
      this.#owners.get(key) ?? this.#options.evaluator.findOwners(scorecard);
    this.#owners.set(key, found);
    return found;
  }
}
