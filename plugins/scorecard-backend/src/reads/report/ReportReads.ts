import { words } from '../../scorecardWords';
import type { Ownership, ScopeOptions } from '@atrium/backend-common';
import {
  LEADERBOARD_ANNOTATION,
  type LevelCount,
  type LevelsAt,
  type Mover,
  type Report,
  type ReportGroup,
  type reportQuerySchema,
  type ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { z } from 'zod';
import type { ScorecardDefinitions } from '../ScorecardDefinitions';
import { levelName } from '../StoredResult';
import type { VisibleResults } from '../../scorecards/VisibleResults';
import type { RankCount, ReportStore, StoredMove } from './ReportStore';

interface ReportReadsOptions {
  catalog: Pick<CatalogService, 'queryEntities'>;
  definitions: ScorecardDefinitions;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
  store: ReportStore;
  visibleResults: Pick<VisibleResults, 'findRefs'>;
}

const WEEK_MS = 7 * 86_400_000;
const MAX_MOVERS = 100;

/** Answers how the organisation, or a part of it, stands and moved. */
export class ReportReads {
  readonly #options: ReportReadsOptions;

  constructor(options: ReportReadsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is no such scorecard or owner */
  async get(
    query: z.output<typeof reportQuerySchema>,
    options: ScopeOptions,
  ): Promise<Report> {
    const { definitions, ownership, store, visibleResults } = this.#options;
    const { groupBy, ownerRef, scorecard, systemRef, weeks } = query;
    const definition = await definitions.find(scorecard);
    if (!definition) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notFound', { scorecard }),
      );
    }
    const ownerRefs =
      ownerRef === undefined
        ? undefined
        : await ownership.findOwnersBehind(ownerRef, options);
    const filter = {
      scorecard,
      entityRefs: await visibleResults.findRefs(options),
      ownerRefs,
      systemRef,
    };
    const hidden = await this.#findHidden(ownerRef, options);
    const now = new Date();
    const instants = Array.from(
      { length: weeks + 1 },
      (_, index) => new Date(now.getTime() - (weeks - index) * WEEK_MS),
    );
    const [since] = instants;
    const [counts, groups, before, moves] = await Promise.all([
      store.countAt(filter, instants),
      store.countByGroup(filter, groupBy),
      store.averageAt(filter, groupBy, since),
      store.listMoves(filter, {
        since,
        limit: MAX_MOVERS,
        hiddenOwners: [...hidden],
      }),
    ]);
    const isMeant = (ref: string) =>
      groupBy === 'system' ||
      ownerRefs === undefined ||
      ownerRefs.includes(ref);
    const shown = [...groups].filter(([ref]) => isMeant(ref));
    return {
      scorecard,
      weeks: instants.map((at, index) =>
        toLevelsAt(at, counts.get(index) ?? [], definition),
      ),
      groups: shown
        .filter(([ref]) => !hidden.has(ref))
        .map(([ref, ranks]) =>
          toGroup(ref, ranks, { definition, before: before.get(ref) }),
        )
        .toSorted(byScore),
      movers: moves.map(move => toMover(move, definition)),
      hiddenGroups: shown.filter(([ref]) => hidden.has(ref)).length,
    };
  }

  /** Teams that are left out, unless one of them is asked for by name. */
  async #findHidden(
    ownerRef: string | undefined,
    { credentials }: ScopeOptions,
  ): Promise<Set<string>> {
    const { items } = await this.#options.catalog.queryEntities(
      {
        filter: {
          kind: 'group',
          [`metadata.annotations.${LEADERBOARD_ANNOTATION}`]: 'hidden',
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: 10_000,
      },
      { credentials },
    );
    const refs = items.map(entity => stringifyEntityRef(entity));
    return new Set(refs.filter(ref => ref !== ownerRef));
  }
}

function toLevelsAt(
  at: Date,
  ranks: RankCount[],
  definition: ScorecardDefinition,
): LevelsAt {
  return {
    at: at.toISOString(),
    levelCounts: toLevelCounts(ranks, definition),
    averageScore: average(ranks),
  };
}

/** From the lowest level to the highest, after those without any. */
function toLevelCounts(
  ranks: RankCount[],
  { spec }: ScorecardDefinition,
): LevelCount[] {
  const countOf = (rank: number) =>
    ranks.find(one => one.rank === rank)?.count ?? 0;
  return [
    { count: countOf(0) },
    ...spec.levels.map(({ name }, index) => ({
      level: name,
      count: countOf(index + 1),
    })),
  ];
}

function average(ranks: RankCount[]): number | undefined {
  const scored = ranks.reduce((sum, one) => sum + one.scored, 0);
  const total = ranks.reduce((sum, one) => sum + one.scoreSum, 0);
  return scored > 0 ? total / scored : undefined;
}

function toGroup(
  ref: string,
  ranks: RankCount[],
  { definition, before }: { definition: ScorecardDefinition; before?: number },
): ReportGroup {
  const averageScore = average(ranks);
  return {
    ...(ref !== '' && { ref }),
    entityCount: ranks.reduce((sum, { count }) => sum + count, 0),
    levelCounts: toLevelCounts(ranks, definition),
    averageScore,
    scoreChange:
      averageScore === undefined || before === undefined
        ? undefined
        : averageScore - before,
  };
}

/** The best first; what has no score at the end. */
function byScore(one: ReportGroup, other: ReportGroup): number {
  return (
    (other.averageScore ?? -1) - (one.averageScore ?? -1) ||
    other.entityCount - one.entityCount ||
    (one.ref ?? '').localeCompare(other.ref ?? '')
  );
}

function toMover(move: StoredMove, definition: ScorecardDefinition): Mover {
  const titles = new Map(
    definition.spec.checks.map(({ name, title }) => [name, title]),
  );
  return {
    entityRef: move.entityRef,
    entityTitle: move.entityTitle,
    ownerRefs: move.ownerRefs,
    from: levelName(move.from, definition),
    to: levelName(move.to, definition),
    direction: move.to > move.from ? 'up' : 'down',
    at: move.at.toISOString(),
    checks: move.changedChecks.map(name => titles.get(name) ?? name),
  };
}
