import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CheckHealth,
  LevelCount,
  ScorecardDetails,
  Scorecards,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import { NotFoundError } from '@backstage/errors';
import type { ScorecardFileStore } from '../database/ScorecardFileStore';
import type {
  OutcomeChanges,
  OutcomeCount,
  RankCount,
  ScorecardReadStore,
} from '../database/ScorecardReadStore';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { StoredScorecard } from '../definitions/StoredScorecard';
import type { VisibleResults } from './VisibleResults';

interface ScorecardReadsOptions {
  files: ScorecardFileStore;
  reads: ScorecardReadStore;
  scorecards: ScorecardStore;
  visibleResults: VisibleResults;
}

const HEALTH_MS = 8 * 7 * 24 * 3_600_000;
/** So often an outcome of one entity changes in 8 weeks before it flaps. */
const FLAPPING_CHANGES = 6;

/** Answers which scorecards there are, and how those they rate stand. */
export class ScorecardReads {
  readonly #options: ScorecardReadsOptions;

  constructor(options: ScorecardReadsOptions) {
    this.#options = options;
  }

  async list(options: ScopeOptions): Promise<Scorecards> {
    const { files, reads, scorecards, visibleResults } = this.#options;
    const refs = await visibleResults.findRefs(options);
    const [stored, counts, problems] = await Promise.all([
      scorecards.list(),
      reads.countRanks(refs),
      files.listProblems(),
    ]);
    const items = stored.map(one =>
      toSummary(
        one,
        counts.filter(({ scorecard }) => scorecard === one.name),
      ),
    );
    return { items, totalItems: items.length, problems };
  }

  /** @throws NotFoundError when there is none of that name */
  async get(name: string, options: ScopeOptions): Promise<ScorecardDetails> {
    const { reads, scorecards, visibleResults } = this.#options;
    const stored = await scorecards.find(name);
    if (!stored) {
      throw new NotFoundError(`No scorecard '${name}'`);
    }
    const refs = await visibleResults.findRefs(options);
    const [counts, outcomes, changes, versions] = await Promise.all([
      reads.countRanks(refs),
      reads.countOutcomes(name, refs),
      reads.countChanges(name, {
        refs,
        since: new Date(Date.now() - HEALTH_MS),
      }),
      scorecards.listVersions(name),
    ]);
    const { appliesTo, checks, owner } = stored.definition.spec;
    return {
      ...toSummary(
        stored,
        counts.filter(({ scorecard }) => scorecard === name),
      ),
      appliesTo,
      checks: checks.map(check => ({ ...check, owner: check.owner ?? owner })),
      health: checks.map(check => toHealth(check.name, { changes, outcomes })),
      versions: versions.map(one => ({
        version: one.version,
        publishedAt: one.publishedAt.toISOString(),
        changes: one.changes,
        content: one.content,
      })),
    };
  }
}

function toSummary(
  stored: StoredScorecard,
  counts: readonly RankCount[],
): ScorecardSummary {
  const { metadata, spec } = stored.definition;
  const scoreCount = sumOf(counts.map(one => one.scoreCount));
  const isAddress = /^https?:\/\//.test(stored.source);
  return {
    name: stored.name,
    title: metadata.title ?? stored.name,
    ...(metadata.description !== undefined && {
      description: metadata.description,
    }),
    ownerRef: spec.owner,
    levels: spec.levels.map(level => ({
      ...level,
      title: level.title ?? level.name,
    })),
    checkCount: spec.checks.length,
    reach: stored.reach,
    source: stored.source,
    ...(isAddress && { sourceUrl: stored.source }),
    version: stored.version,
    publishedAt: stored.publishedAt.toISOString(),
    entityCount: sumOf(counts.map(({ count }) => count)),
    levelCounts: toLevelCounts(stored, counts),
    ...(scoreCount > 0 && {
      averageScore: sumOf(counts.map(one => one.scoreSum)) / scoreCount,
    }),
    ...(stored.evaluatedAt && {
      evaluatedAt: stored.evaluatedAt.toISOString(),
    }),
  };
}

/** From none to the highest; those that can hold none are among the first. */
function toLevelCounts(
  { definition }: StoredScorecard,
  counts: readonly RankCount[],
): LevelCount[] {
  const countOf = (wanted: number) =>
    sumOf(
      counts
        .filter(({ rank }) => (rank ?? 0) === wanted)
        .map(({ count }) => count),
    );
  return [
    { count: countOf(0) },
    ...definition.spec.levels.map(({ name }, index) => ({
      level: name,
      count: countOf(index + 1),
    })),
  ];
}

function toHealth(
  check: string,
  {
    changes,
    outcomes,
  }: { changes: readonly OutcomeChanges[]; outcomes: readonly OutcomeCount[] },
): CheckHealth {
  const countOf = (outcome: string) =>
    outcomes.find(one => one.check === check && one.outcome === outcome)
      ?.count ?? 0;
  const change = changes.find(one => one.check === check);
  const counts = {
    pass: countOf('pass'),
    fail: countOf('fail'),
    unknown: countOf('unknown'),
    notApplicable: countOf('not-applicable'),
    exempt: countOf('exempt'),
  };
  const verdict = findVerdict(counts, change);
  return {
    check,
    ...counts,
    changes: change?.changes ?? 0,
    ...(verdict && { verdict }),
  };
}

function findVerdict(
  { fail, pass, unknown }: Record<'fail' | 'pass' | 'unknown', number>,
  change: OutcomeChanges | undefined,
): CheckHealth['verdict'] {
  if ((change?.mostOfOne ?? 0) >= FLAPPING_CHANGES) {
    return 'flaps';
  }
  if (pass + fail === 0) {
    return unknown > 0 ? 'never-known' : undefined;
  }
  if (fail === 0 && (change?.failed ?? 0) === 0) {
    return 'always-passes';
  }
  return pass === 0 && (change?.passed ?? 0) === 0 ? 'always-fails' : undefined;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
