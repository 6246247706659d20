import { words } from '../scorecardWords';
import type { ScopeOptions } from '@atrium/backend-common';
import type {
  LevelCount,
  ScorecardDetails,
  Scorecards,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import { NotFoundError } from '@backstage/errors';
import type { ScorecardFileStore } from '../database/scorecardFiles';
import type {
  RankCount,
  ScorecardReadStore,
} from '../database/ScorecardReadStore';
import type { ScorecardStore } from '../database/ScorecardStore';
import type { StoredScorecard } from '../definitions/StoredScorecard';
import {
  findRuleStart,
  HEALTH_MS,
  MEASURED_MS,
  toCheckHealth,
} from './checkHealth';
import type { ScorecardManagers } from './ScorecardManagers';
import type { VisibleResults } from './VisibleResults';

interface ScorecardReadsOptions {
  files: ScorecardFileStore;
  /** Whether everybody who reaches the portal may see badges. */
  hasPublicBadges: boolean;
  managers: Pick<ScorecardManagers, 'findManaged'>;
  reads: ScorecardReadStore;
  scorecards: ScorecardStore;
  visibleResults: VisibleResults;
}

/** Answers which scorecards there are, and how those they rate stand. */
export class ScorecardReads {
  readonly #options: ScorecardReadsOptions;

  constructor(options: ScorecardReadsOptions) {
    this.#options = options;
  }

  async list(options: ScopeOptions): Promise<Scorecards> {
    const { files, hasPublicBadges, managers, reads, scorecards } =
      this.#options;
    const refs = await this.#options.visibleResults.findRefs(options);
    const [stored, counts, problems, isManaged] = await Promise.all([
      scorecards.list(),
      reads.countRanks(refs),
      files.listProblems(),
      managers.findManaged(options),
    ]);
    const items = stored.map(one =>
      toSummary(one, {
        counts: counts.filter(({ scorecard }) => scorecard === one.name),
        canManage: isManaged(one.definition),
      }),
    );
    return { items, totalItems: items.length, problems, hasPublicBadges };
  }

  /** @throws NotFoundError when there is none of that name */
  async get(name: string, options: ScopeOptions): Promise<ScorecardDetails> {
    const { managers, reads, scorecards, visibleResults } = this.#options;
    const stored = await scorecards.find(name);
    if (!stored) {
      throw words.error(
        NotFoundError,
        words.describe('scorecard.refusal.notFound', { scorecard: name }),
      );
    }
    const refs = await visibleResults.findRefs(options);
    const { appliesTo, checks, owner } = stored.definition.spec;
    const now = new Date();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const versions = await scorecards.listVersions(name);
    const since = new Map(
      checks.map(check => {
        const start = findRuleStart(check, versions)?.getTime() ?? 0;
        const first = ago(HEALTH_MS).getTime();
        return [check.name, new Date(Math.max(first, start))] as const;
      }),
    );
    const [counts, outcomes, changes, measured, isManaged] = await Promise.all([
      reads.countRanks(refs),
      reads.countOutcomes(name, refs),
      reads.countChanges(name, { refs, since }),
      reads.findMeasured(name, {
        checks: checks.map(check => check.name),
        at: ago(MEASURED_MS),
      }),
      managers.findManaged(options),
    ]);
    const health = { changes, measured, now, outcomes, versions };
    return {
      ...toSummary(stored, {
        counts: counts.filter(({ scorecard }) => scorecard === name),
        canManage: isManaged(stored.definition),
      }),
      appliesTo,
      checks: checks.map(check => ({ ...check, owner: check.owner ?? owner })),
      health: checks.map(check => toCheckHealth(check, health)),
      versions: versions.map(one => ({
        version: one.version,
        publishedAt: one.publishedAt.toISOString(),
        ...(one.commit && { commit: one.commit }),
        changes: one.changes,
        ...(one.changeMessages && {
          messages: { changes: one.changeMessages },
        }),
        content: one.content,
      })),
    };
  }
}

function toSummary(
  stored: StoredScorecard,
  { counts, canManage }: { counts: readonly RankCount[]; canManage: boolean },
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
    canManage,
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

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
