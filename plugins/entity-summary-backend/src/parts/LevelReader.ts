import type { LevelPart } from '@atrium/plugin-entity-summary-common';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import type { ScorecardService } from '@atrium/plugin-scorecard-node';
import { judgeLevel } from '../services/health';
import type {
  KnownScorecard,
  KnownScorecards,
} from '../services/KnownScorecards';
import { inBatches } from './inBatches';
import type { ReadPartsOptions } from './PartReader';

const BATCH = 100;
/** The most that one page of results holds. */
const PAGE = 200;

interface LevelReaderOptions {
  scorecard: Pick<ScorecardService, 'getResults'>;
  scorecards: Pick<KnownScorecards, 'list'>;
}

/**
 * Reads the level that entities hold in the scorecard that asks most of them.
 *
 * @remarks By what a scorecard asks, not by what is known of an entity at the time: else
 * the levels of a list come from different scorecards, and change them as facts come in.
 */
export class LevelReader {
  readonly #options: LevelReaderOptions;

  constructor(options: LevelReaderOptions) {
    this.#options = options;
  }

  async read(
    entityRefs: string[],
    options: ReadPartsOptions,
  ): Promise<Map<string, LevelPart>> {
    const [scorecards, results] = await Promise.all([
      this.#options.scorecards.list(options),
      inBatches(entityRefs, BATCH, some => this.readResults(some, options)),
    ]);
    const byName = new Map(scorecards.map(one => [one.name, one]));
    const checkCount = ({ scorecard }: EntityResult) =>
      byName.get(scorecard)?.checkCount ?? 0;
    const best = new Map<string, EntityResult>();
    for (const result of results) {
      const before = best.get(result.entityRef);
      if (!before || compare(result, before, checkCount) < 0) {
        best.set(result.entityRef, result);
      }
    }
    return new Map(
      [...best].map(([ref, result]) => [
        ref,
        toPart(result, byName.get(result.scorecard)),
      ]),
    );
  }

  /** All results of at most 100 entities. */
  async readResults(
    entityRef: string[],
    options: ReadPartsOptions,
  ): Promise<EntityResult[]> {
    const results: EntityResult[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.scorecard.getResults(
        { entityRef, detail: 'summary', limit: PAGE, cursor },
        options,
      );
      results.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return results;
  }
}

/** Those with levels first, then the one of the scorecard with the most checks. */
function compare(
  one: EntityResult,
  other: EntityResult,
  checkCount: (result: EntityResult) => number,
): number {
  const hasLevels = ({ rank }: EntityResult) => Number(rank !== undefined);
  return (
    hasLevels(other) - hasLevels(one) ||
    checkCount(other) - checkCount(one) ||
    (one.scorecard < other.scorecard ? -1 : 1)
  );
}

function toPart(
  result: EntityResult,
  scorecard: KnownScorecard | undefined,
): LevelPart {
  const level = scorecard?.levels.find(({ name }) => name === result.level);
  return {
    health: judgeLevel({ failing: result.fail }),
    scorecard: result.scorecard,
    scorecardTitle: result.scorecardTitle,
    level: level?.title ?? result.level,
    color: level?.color,
    rank: result.rank,
    levels: scorecard?.levels.length ?? 0,
    score: result.score,
    failing: result.fail,
    since: result.levelSince,
  };
}
