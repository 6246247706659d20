import type { ScorecardSummary } from '@atrium/plugin-scorecard-common';
import type {
  ScorecardService,
  ScorecardServiceOptions,
} from '@atrium/plugin-scorecard-node';

/** What a scorecard asks, without how those it rates stand. */
export type KnownScorecard = Pick<
  ScorecardSummary,
  'checkCount' | 'levels' | 'name'
>;

/** Levels and checks change with a file. */
const KEPT_MS = 60_000;

/**
 * Remembers for a minute what scorecards ask, which is the same for everybody: scorecard
 * counts for its answer how all that it rates stand.
 */
export class KnownScorecards {
  readonly #scorecard: Pick<ScorecardService, 'getScorecards'>;
  #known: { at: number; scorecards: Promise<KnownScorecard[]> } | undefined;

  constructor(scorecard: Pick<ScorecardService, 'getScorecards'>) {
    this.#scorecard = scorecard;
  }

  async list(options: ScorecardServiceOptions): Promise<KnownScorecard[]> {
    if (!this.#known || Date.now() - this.#known.at > KEPT_MS) {
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
