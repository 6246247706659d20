import type { PastResult, PastStore } from '../database/PastStore';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { Evaluator, PreparedScorecard } from './Evaluator';
import { pastWeeks } from './pastWeeks';

interface PastFillerOptions {
  evaluator: Evaluator;
  past: PastStore;
  scorecards: ScorecardStore;
  snapshots: SnapshotStore;
}

const BATCH = 1_000;
const WEEKS = 8;

/** Works out how entities stood in the weeks before they were rated. */
export class PastFiller {
  readonly #options: PastFillerOptions;

  constructor(options: PastFillerOptions) {
    this.#options = options;
  }

  /**
   * Rates all entities week by week by the facts that are kept. Where another version
   * was published meanwhile, it is left to the next run.
   */
  async fill(scorecard: PreparedScorecard, wantedAt: Date): Promise<void> {
    const { past, scorecards, snapshots } = this.#options;
    const first = await snapshots.findFirstInstant();
    const weeks = first ? pastWeeks(new Date(), { weeks: WEEKS, first }) : [];
    let afterId = 0;
    for (;;) {
      const ids = await past.listRatedIds(scorecard.name, {
        afterId,
        limit: BATCH,
      });
      const last = ids.at(-1);
      if (last === undefined) {
        break;
      }
      afterId = last;
      const isTaken = await past.replace(scorecard, {
        ids,
        past: await this.#rateWeeks(scorecard, { ids, weeks }),
      });
      if (!isTaken) {
        return;
      }
    }
    await scorecards.finishPast(scorecard.name, wantedAt);
  }

  async #rateWeeks(
    scorecard: PreparedScorecard,
    { ids, weeks }: { ids: number[]; weeks: Date[] },
  ): Promise<PastResult[]> {
    const past: PastResult[] = [];
    const before = new Map<number, PastResult & { outcomes: object }>();
    for (const at of weeks) {
      for (const entity of await this.#options.snapshots.readAt(
        { ids },
        { at, providers: scorecard.compiled.providers },
      )) {
        const known = before.get(entity.id);
        const rated = this.#options.evaluator.ratePast(scorecard, entity, {
          at,
          heldRank: known?.rank ?? 0,
        });
        if (!rated) {
          if (known) {
            past.push(toEnd(known, at));
            before.delete(entity.id);
          }
          continue;
        }
        const changed = findChanged(rated.outcomes, known?.outcomes);
        const result = {
          entityId: entity.id,
          at,
          isRated: true,
          rank: rated.rank ?? null,
          score: rated.score ?? null,
          previousRank: known?.rank ?? null,
          isRankChange:
            known !== undefined && known.rank !== (rated.rank ?? null),
          changed: known ? changed : {},
          outcomes: rated.outcomes,
        };
        if (
          !known ||
          result.isRankChange ||
          known.score !== result.score ||
          Object.keys(changed).length > 0
        ) {
          const { outcomes: _outcomes, ...kept } = result;
          past.push(kept);
        }
        before.set(entity.id, result);
      }
    }
    return past;
  }
}

/** From when on the scorecard was not for an entity. */
function toEnd({ entityId, rank }: PastResult, at: Date): PastResult {
  return {
    entityId,
    at,
    isRated: false,
    rank: null,
    score: null,
    previousRank: rank,
    isRankChange: false,
    changed: {},
  };
}

function findChanged(
  outcomes: Record<string, string>,
  before: object | undefined,
): Record<string, string> {
  const known = new Map<string, string>(Object.entries(before ?? {}));
  return Object.fromEntries(
    Object.entries(outcomes).filter(
      ([check, outcome]) => known.get(check) !== outcome,
    ),
  );
}
