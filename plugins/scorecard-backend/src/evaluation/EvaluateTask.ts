import type { SignalPublisher } from '@atrium/backend-common';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { lockResults } from '../database/lockResults';
import type { EvaluationQueue } from '../database/EvaluationQueue';
import type { ResultStore } from '../database/ResultStore';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { ActiveScorecards } from './ActiveScorecards';
import { NOW_MS } from './evaluateEntity';
import type { Evaluator, PreparedScorecard } from './Evaluator';
import type { PastFiller } from './PastFiller';
import { RulesInForce } from './RulesInForce';

interface EvaluateTaskOptions {
  active: ActiveScorecards;
  evaluator: Evaluator;
  expressions: () => ScorecardExpressions;
  knex: Knex;
  past: PastFiller;
  queue: EvaluationQueue;
  results: ResultStore;
  scorecards: ScorecardStore;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
  snapshots: SnapshotStore;
}

const BATCH = 2_000;
/** What is stale for one replica might still be fresh for another that rates it. */
const CLOCKS_DIFFER_MS = 60_000;
/** Names the rules of the portal: another one has everything rated anew. */
const RULES = '3';

/** What is to be rated in one step. */
interface Step {
  scorecard: PreparedScorecard;
  entityIds: number[];
}

/** Rates what changed, and everything where a scorecard is new or changed. */
export class EvaluateTask {
  readonly #options: EvaluateTaskOptions;

  constructor(options: EvaluateTaskOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { past } = this.#options;
    const rules = new RulesInForce(this.#options);
    const scorecards = await rules.read();
    for (const scorecard of scorecards) {
      await this.#rateAll(scorecard, signal);
    }
    await this.#queueStale(scorecards);
    await this.#rateQueued(rules, signal);
    const names = scorecards.map(({ name }) => name);
    await this.#rateDue(rules, { names, signal });
    for (const scorecard of scorecards) {
      if (scorecard.pastWantedAt && !signal?.aborted) {
        await past.fill(scorecard, scorecard.pastWantedAt);
      }
    }
  }

  /**
   * Rates every entity by a scorecard, unless it was by the same rules and time has
   * brought in nobody since. Where another version was published meanwhile, the next
   * run goes on with that.
   */
  async #rateAll(
    scorecard: PreparedScorecard,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const evaluation = `${scorecard.version} ${RULES} ${
      this.#options.expressions().version
    }`;
    if (scorecard.evaluation === evaluation && !isOutOfDate(scorecard)) {
      return;
    }
    let afterId: number | undefined =
      scorecard.nextEvaluation === evaluation ? scorecard.nextEntityId ?? 0 : 0;
    while (afterId !== undefined && !signal?.aborted) {
      afterId = await this.#rateNext(scorecard, { afterId, evaluation });
    }
  }

  /**
   * Rates the entities after one.
   *
   * @returns the last of them; undefined where nothing is left to do
   */
  async #rateNext(
    scorecard: PreparedScorecard,
    { afterId, evaluation }: { afterId: number; evaluation: string },
  ): Promise<number | undefined> {
    const { evaluator, scorecards, snapshots } = this.#options;
    const { name } = scorecard;
    let entityId: number | undefined;
    await this.#transact(async trx => {
      if (!(await scorecards.isInForce(trx, scorecard))) {
        return [];
      }
      const entities = await snapshots.read(
        { afterId, limit: BATCH },
        { knex: trx, providers: scorecard.compiled.providers },
      );
      entityId = entities.at(-1)?.id;
      if (entityId === undefined) {
        await scorecards.finishEvaluation(trx, { name, evaluation });
        return [];
      }
      const at = new Date();
      await scorecards.saveProgress(trx, { name, evaluation, entityId });
      return evaluator.rate(trx, {
        at,
        entities: evaluator.toSnapshots(entities, at),
        scorecard,
      });
    });
    return entityId;
  }

  /**
   * Has entities rated of which a fact grew stale that decides whom a scorecard is for.
   * Those that no scorecard was for have no result that could fall due.
   */
  async #queueStale(scorecards: readonly PreparedScorecard[]): Promise<void> {
    const { expressions, queue } = this.#options;
    const { providers } = expressions();
    const ids = new Set(
      scorecards.flatMap(({ compiled: { appliesTo } }) =>
        appliesTo.references.map(({ group }) => group),
      ),
    );
    const named = [...ids].flatMap(id => providers.get(id) ?? []);
    if (named.length > 0) {
      await queue.addStale(named, {
        intervalMs: NOW_MS,
        until: new Date(Date.now() - CLOCKS_DIFFER_MS),
      });
    }
  }

  async #rateQueued(
    rules: RulesInForce,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { queue } = this.#options;
    let takenCount = BATCH;
    while (takenCount > 0 && !signal?.aborted) {
      takenCount = await this.#rateSteps(async trx => {
        const entityIds = await queue.take(trx, BATCH);
        const scorecards = entityIds.length > 0 ? await rules.read(trx) : [];
        return {
          takenCount: entityIds.length,
          steps: scorecards.map(scorecard => ({ scorecard, entityIds })),
        };
      });
    }
  }

  async #rateDue(
    rules: RulesInForce,
    { names, signal }: { names: string[]; signal: AbortSignal | undefined },
  ): Promise<void> {
    const { results } = this.#options;
    let takenCount = BATCH;
    while (takenCount === BATCH && !signal?.aborted) {
      takenCount = await this.#rateSteps(async trx => {
        const due = await results.listDue(trx, { names, limit: BATCH });
        const scorecards = due.size > 0 ? await rules.read(trx) : [];
        const steps = scorecards.flatMap(scorecard => {
          const entityIds = due.get(scorecard.name);
          return entityIds ? [{ scorecard, entityIds }] : [];
        });
        return {
          takenCount: steps.reduce(
            (sum, step) => sum + step.entityIds.length,
            0,
          ),
          steps,
        };
      });
    }
  }

  /** Answers how many entities were taken. */
  async #rateSteps(
    find: (
      trx: Knex.Transaction,
    ) => Promise<{ takenCount: number; steps: Step[] }>,
  ): Promise<number> {
    const { evaluator, snapshots } = this.#options;
    let count = 0;
    await this.#transact(async trx => {
      const { steps, takenCount } = await find(trx);
      count = takenCount;
      const changedRefs: string[] = [];
      const ids = [...new Set(steps.flatMap(({ entityIds }) => entityIds))];
      const at = new Date();
      const entities = evaluator.toSnapshots(
        ids.length > 0
          ? await snapshots.read(
              { ids },
              {
                knex: trx,
                providers: steps.flatMap(
                  ({ scorecard }) => scorecard.compiled.providers,
                ),
              },
            )
          : [],
        at,
      );
      for (const { scorecard, entityIds } of steps) {
        const wanted = new Set(entityIds);
        const changed = await evaluator.rate(trx, {
          at,
          entities: entities.filter(({ entity }) => wanted.has(entity.id)),
          scorecard,
        });
        changedRefs.push(...changed);
      }
      return changedRefs;
    });
    return count;
  }

  /** Does a step, and tells whose results changed once they are stored. */
  async #transact(
    work: (trx: Knex.Transaction) => Promise<string[]>,
  ): Promise<void> {
    const { knex, signals } = this.#options;
    const changedRefs = await knex.transaction(async trx => {
      await lockResults(trx);
      return work(trx);
    });
    signals.publish(new Set(changedRefs), ['result']);
  }
}

/**
 * Whether time may have brought in entities that a scorecard was not for. They have no
 * result that could fall due, so all are looked at.
 */
function isOutOfDate({ compiled, evaluatedAt }: PreparedScorecard): boolean {
  return (
    compiled.appliesTo.variables.has('now') &&
    (evaluatedAt === undefined || evaluatedAt.getTime() + NOW_MS <= Date.now())
  );
}
