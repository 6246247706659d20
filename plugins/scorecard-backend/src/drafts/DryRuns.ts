import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import { withTimeLimit } from '@atrium/expressions';
import type { DryRun, LevelsAt } from '@atrium/plugin-scorecard-common';
import type { ResultStore } from '../database/ResultStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ActiveScorecards } from '../evaluation/ActiveScorecards';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import {
  type Evaluator,
  isInReach,
  type PreparedScorecard,
} from '../evaluation/Evaluator';
import type { EntitySnapshot } from '../evaluation/FactSnapshot';
import { pastWeeks } from '../evaluation/pastWeeks';
import type { CompiledScorecard } from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { DryRunTally, LevelTally } from './DryRunTally';
import { parseDraft } from './parseDraft';

interface DryRunsOptions {
  active: ActiveScorecards;
  evaluator: Evaluator;
  expressions: () => ScorecardExpressions;
  results: ResultStore;
  snapshots: SnapshotStore;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

/** A draft, and what is in force under its name. */
interface Draft {
  compiled: CompiledScorecard;
  published: PreparedScorecard | undefined;
}

const BATCH = 500;
/** Of one batch, on the thread that answers everybody. */
const BATCH_LIMIT_MS = 2_000;

/** Tries scorecards that are not published. Nothing is changed. */
export class DryRuns {
  readonly #options: DryRunsOptions;

  constructor(options: DryRunsOptions) {
    this.#options = options;
  }

  /** Tries a draft on all entities that somebody may see. */
  async create(
    { content, weeks }: { content: string; weeks: number },
    options: ScopeOptions,
  ): Promise<DryRun> {
    const { active, evaluator, expressions, snapshots } = this.#options;
    const { problems, scorecard } = parseDraft(content, expressions());
    if (!scorecard) {
      return {
        problems,
        entityCount: 0,
        checks: [],
        teams: [],
        movers: [],
        backtest: [],
      };
    }
    const found = await active.find(scorecard.definition.metadata.name);
    const draft: Draft = {
      compiled: scorecard,
      published: found && (await evaluator.prepare(found)),
    };
    const now = new Date();
    const first = weeks > 0 ? await snapshots.findFirstInstant() : undefined;
    const instants = first ? pastWeeks(now, { weeks, first }) : [];
    const tally = new DryRunTally(now, scorecard.definition, found?.definition);
    const tallies = instants.map(at => ({ at, levels: new LevelTally() }));
    for await (const entities of this.readVisible(
      scorecard.providers,
      options,
    )) {
      const rated = entities.filter(
        entity => !draft.published || isInReach(draft.published, entity),
      );
      await this.#rateNow(draft, rated, { at: now, tally });
      await this.#rateWeeks(draft, rated, tallies);
    }
    return {
      problems: [],
      ...tally.toDryRun(),
      backtest: tallies.map(
        ({ at, levels }): LevelsAt =>
          levels.toLevels(at, scorecard.definition.spec.levels),
      ),
      ...(first &&
        instants.length < weeks && { backtestFrom: first.toISOString() }),
    };
  }

  /** All entities that somebody may see, a batch at a time. */
  async *readVisible(
    providers: string[],
    options: ScopeOptions,
  ): AsyncGenerator<EntitySnapshot[]> {
    const { snapshots, visible } = this.#options;
    const seesAll = await visible.canSeeAll(options);
    let afterId = 0;
    for (;;) {
      const page = await snapshots.read(
        { afterId, limit: BATCH },
        { providers },
      );
      const last = page.at(-1);
      if (!last) {
        return;
      }
      afterId = last.id;
      const seen = seesAll
        ? undefined
        : new Set(
            await visible.filter(
              page.map(({ entityRef }) => entityRef),
              options,
            ),
          );
      yield seen ? page.filter(({ entityRef }) => seen.has(entityRef)) : page;
    }
  }

  async #rateNow(
    { compiled, published }: Draft,
    entities: readonly EntitySnapshot[],
    { at, tally }: { at: Date; tally: DryRunTally },
  ): Promise<void> {
    const { evaluator, results } = this.#options;
    const expressions = this.#options.expressions();
    const before = published
      ? await results.read(
          published.name,
          entities.map(({ id }) => id),
        )
      : new Map();
    withTimeLimit(() => {
      for (const snapshot of evaluator.toSnapshots(entities, at)) {
        const { entity } = snapshot;
        const known = before.get(entity.id);
        const evaluation = evaluateEntity(compiled, snapshot, {
          expressions,
          heldRank: known?.rank ?? 0,
          exemptions: published?.exemptions.get(entity.entityRef),
        });
        tally.add(entity, evaluation, known);
      }
    }, BATCH_LIMIT_MS);
  }

  async #rateWeeks(
    { compiled, published }: Draft,
    entities: readonly EntitySnapshot[],
    tallies: readonly { at: Date; levels: LevelTally }[],
  ): Promise<void> {
    const { evaluator, snapshots } = this.#options;
    const expressions = this.#options.expressions();
    const held = new Map<number, number>();
    for (const { at, levels } of tallies) {
      const page = await snapshots.readAt(
        { ids: entities.map(({ id }) => id) },
        { at, providers: compiled.providers },
      );
      withTimeLimit(() => {
        for (const snapshot of evaluator.toSnapshots(page, at)) {
          const { entity } = snapshot;
          const evaluation = evaluateEntity(compiled, snapshot, {
            expressions,
            heldRank: held.get(entity.id) ?? 0,
            exemptions: published?.exemptions.get(entity.entityRef),
          });
          if (evaluation) {
            held.set(entity.id, evaluation.rank ?? 0);
            levels.add(evaluation.rank, evaluation.score);
          }
        }
      }, BATCH_LIMIT_MS);
    }
  }
}
