import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import { withTimeLimit } from '@atrium/expressions';
import type {
  createDryRunSchema,
  DryRun,
  LevelsAt,
} from '@atrium/plugin-scorecard-common';
import type { z } from 'zod';
import type { ResultStore } from '../database/ResultStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ActiveScorecards } from '../evaluation/ActiveScorecards';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import {
  type Evaluator,
  isInReach,
  type PreparedScorecard,
  type RatingRules,
} from '../evaluation/Evaluator';
import type { EntitySnapshot } from '../evaluation/FactSnapshot';
import { mapRanks } from '../evaluation/mapRanks';
import { pastWeeks } from '../evaluation/pastWeeks';
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
interface Draft extends RatingRules {
  /** By the ranks of what is in force, those of the same levels in the draft. */
  ranks: number[];
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
    { content, reach, weeks }: z.output<typeof createDryRunSchema>,
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
    const { definition } = scorecard;
    const found = await active.find(definition.metadata.name);
    const published = found && (await evaluator.prepare(found));
    const draft: Draft = {
      compiled: scorecard,
      exemptions: published?.exemptions ?? new Map(),
      owners: await evaluator.findOwners({
        definition,
        reach: published?.reach ?? reach,
      }),
      published,
      ranks: mapRanks(
        found?.definition.spec.levels ?? [],
        definition.spec.levels,
      ),
    };
    const now = new Date();
    const first = weeks > 0 ? await snapshots.findFirstInstant() : undefined;
    const instants = first ? pastWeeks(now, { weeks, first }) : [];
    const tally = new DryRunTally(now, definition, found?.definition);
    const tallies = instants.map(at => ({ at, levels: new LevelTally() }));
    for await (const entities of this.readVisible(
      scorecard.providers,
      options,
    )) {
      await this.#rateNow(draft, entities, { at: now, tally });
      await this.#rateWeeks(draft, entities, tallies);
    }
    return {
      problems: [],
      ...tally.toDryRun(),
      backtest: tallies.map(
        ({ at, levels }): LevelsAt =>
          levels.toLevels(at, definition.spec.levels),
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
    { compiled, exemptions, owners, published, ranks }: Draft,
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
        const evaluation = isInReach({ owners }, entity)
          ? evaluateEntity(compiled, snapshot, {
              expressions,
              heldRank: ranks[known?.rank ?? 0],
              exemptions: exemptions.get(entity.entityRef),
            })
          : undefined;
        tally.add(entity, evaluation, known);
      }
    }, BATCH_LIMIT_MS);
  }

  async #rateWeeks(
    draft: Draft,
    entities: readonly EntitySnapshot[],
    tallies: readonly { at: Date; levels: LevelTally }[],
  ): Promise<void> {
    const { evaluator, snapshots } = this.#options;
    const held = new Map<number, number>();
    for (const { at, levels } of tallies) {
      const page = await snapshots.readAt(
        { ids: entities.map(({ id }) => id) },
        { at, providers: draft.compiled.providers },
      );
      withTimeLimit(() => {
        for (const entity of page) {
          const evaluation = evaluator.ratePast(draft, entity, {
            at,
            heldRank: held.get(entity.id) ?? 0,
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
