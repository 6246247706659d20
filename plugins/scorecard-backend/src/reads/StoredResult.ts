import type {
  CheckOutcome,
  EntityResult,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

/** A result as it is kept, with the entity that it is of. */
export interface StoredResult {
  scorecard: string;
  entityId: number;
  entityRef: string;
  entityTitle?: string;
  ownerRefs: string[];
  systemRefs: string[];
  rank?: number;
  /** The name of the level; absent for none. */
  level?: string;
  score?: number;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  notApplicable: number;
  outcomes: Record<string, CheckOutcome>;
  /** Since when the outcome is this, in seconds of the epoch, for some checks. */
  since: Record<string, number>;
  /** Why an outcome is unknown. */
  reasons: Record<string, string>;
  ratedSince: Date;
  levelSince: Date;
  evaluatedAt: Date;
}

/** The columns of a result. */
export interface ResultRow {
  scorecard: string;
  entity_id: number;
  entity_ref: string;
  title: string | null;
  owner_refs: string[];
  system_refs: string[];
  rank: number | null;
  level: string | null;
  score: number | null;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  not_applicable: number;
  outcomes: StoredResult['outcomes'];
  since: StoredResult['since'];
  reasons: StoredResult['reasons'];
  rated_since: Date;
  level_since: Date;
  evaluated_at: Date;
}

/**
 * The name of the level that a rank is of in `scorecards s`, null for none: read with
 * the rank, it is the name that the rank had when it was read.
 */
export function levelNameSql(rank: string): string {
  return `CASE WHEN ${rank} > 0 THEN s.level_names ->> (${rank} - 1) END`;
}

/** Results in force with their entities. */
export const RESULT_TABLES = `results r
  JOIN entities n ON n.id = r.entity_id AND n.removed_at IS NULL
  JOIN scorecards s ON s.name = r.scorecard AND s.removed_at IS NULL`;

/** What {@link toResult} reads of {@link RESULT_TABLES}. */
export const RESULT_COLUMNS = `r.scorecard, r.entity_id, n.entity_ref, n.title,
  n.owner_refs, n.system_refs, r.rank, ${levelNameSql(
    'r.rank',
  )} AS level, r.score, r.pass, r.fail, r.unknown,
  r.exempt, r.not_applicable, r.outcomes, r.since, r.reasons, r.rated_since,
  r.level_since, r.evaluated_at`;

export function toResult(row: ResultRow): StoredResult {
  return {
    scorecard: row.scorecard,
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    entityTitle: row.title ?? undefined,
    ownerRefs: row.owner_refs,
    systemRefs: row.system_refs,
    rank: row.rank ?? undefined,
    level: row.level ?? undefined,
    score: row.score ?? undefined,
    pass: row.pass,
    fail: row.fail,
    unknown: row.unknown,
    exempt: row.exempt,
    notApplicable: row.not_applicable,
    outcomes: row.outcomes,
    since: row.since,
    reasons: row.reasons,
    ratedSince: row.rated_since,
    levelSince: row.level_since,
    evaluatedAt: row.evaluated_at,
  };
}

/** A result without its checks, as readers are answered. */
export function toSummary(
  result: StoredResult,
  definition: ScorecardDefinition | undefined,
): EntityResult {
  const { scorecard, level, rank } = result;
  return {
    scorecard,
    scorecardTitle: definition?.metadata.title ?? scorecard,
    entityRef: result.entityRef,
    entityTitle: result.entityTitle,
    ownerRefs: result.ownerRefs,
    systemRefs: result.systemRefs,
    level,
    rank,
    score: result.score,
    pass: result.pass,
    fail: result.fail,
    unknown: result.unknown,
    exempt: result.exempt,
    notApplicable: result.notApplicable,
    evaluatedAt: result.evaluatedAt.toISOString(),
    ratedSince: result.ratedSince.toISOString(),
    levelSince: result.levelSince.toISOString(),
  };
}

/** The name of a level by its rank, from 1; nothing for none. */
export function levelName(
  rank: number | null | undefined,
  definition: ScorecardDefinition | undefined,
): string | undefined {
  return rank ? definition?.spec.levels[rank - 1]?.name : undefined;
}
