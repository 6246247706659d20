import type { LevelPart } from '@atrium/plugin-entity-summary-common';
import type {
  EntityResult,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import type { ScorecardService } from '@atrium/plugin-scorecard-node';
import { judgeLevel } from '../services/health';
import { inBatches } from './inBatches';
import type { ReadPartsOptions } from './PartReader';

type LevelService = Pick<ScorecardService, 'getResults' | 'getScorecards'>;

const BATCH = 100;
/** The most that one page of results holds. */
const PAGE = 200;
/** Levels and their colours change with a file. */
const SCORECARDS_MS = 60_000;

/**
 * Reads the level that entities hold in the scorecard that asks most of them.
 *
 * @remarks By what a scorecard asks, not by what is known of an entity at the time: else
 * the levels of a list come from different scorecards, and change them as facts come in.
 */
export class LevelReader {
  readonly #scorecard: LevelService;
  #known: { at: number; scorecards: Promise<ScorecardSummary[]> } | undefined;

  constructor(scorecard: LevelService) {
    this.#scorecard = scorecard;
  }

  async read(
    entityRefs: string[],
    options: ReadPartsOptions,
  ): Promise<Map<string, LevelPart>> {
    const [scorecards, results] = await Promise.all([
      this.#getScorecards(options),
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
      const page = await this.#scorecard.getResults(
        { entityRef, detail: 'summary', limit: PAGE, cursor },
        options,
      );
      results.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return results;
  }

  /** What levels there are is the same for everybody. */
  async #getScorecards(options: ReadPartsOptions): Promise<ScorecardSummary[]> {
    if (!this.#known || Date.now() - this.#known.at > SCORECARDS_MS) {
      const scorecards = this.#scorecard
        .getScorecards(options)
        .then(({ items }) => items);
      this.#known = { at: Date.now(), scorecards };
      scorecards.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.scorecards;
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
  scorecard: ScorecardSummary | undefined,
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
