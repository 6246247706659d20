import type { CheckOutcome } from '@atrium/plugin-scorecard-common';
import type {
  ResultChange,
  ResultWrite,
  StoredResult,
} from '../database/ResultStore';
import type { Evaluation } from './evaluateEntity';

interface ToResultWriteOptions {
  entityId: number;
  version: number;
  at: Date;
  /** As it was kept. */
  before: StoredResult | undefined;
}

/** What is to be kept of an evaluation, and what changed by it. */
export function toResultWrite(
  evaluation: Evaluation,
  { at, before, entityId, version }: ToResultWriteOptions,
): ResultWrite {
  const rank = evaluation.rank ?? null;
  const score = evaluation.score ?? null;
  const { counts, outcomes, reasons } = evaluation;
  const dueAt =
    evaluation.dueAtMs === undefined ? null : new Date(evaluation.dueAtMs);
  const now = {
    entityId,
    version,
    rank,
    score,
    counts,
    outcomes,
    reasons,
    dueAt,
  };
  if (!before) {
    return {
      ...now,
      since: {},
      ratedSince: at,
      levelSince: at,
      change: { previousRank: null, isRankChange: false, changed: {} },
    };
  }
  const changed = findChanged(outcomes, before.outcomes);
  const isRankChange =
    rank !== before.rank && !isSettling(before, { at, changed });
  const change: ResultChange | undefined =
    isRankChange ||
    changed ||
    score !== before.score ||
    !isSame(counts, before.counts) ||
    !isSame(reasons, before.reasons) ||
    Object.keys(before.outcomes).length !== Object.keys(outcomes).length
      ? { previousRank: before.rank, isRankChange, changed: changed ?? {} }
      : undefined;
  return {
    ...now,
    since: changed
      ? nextSince(before.since, { at, changed, outcomes })
      : before.since,
    ratedSince: before.ratedSince,
    levelSince: isRankChange ? at : before.levelSince,
    change,
  };
}

/** The facts of what is new come one after another. */
const SETTLING_MS = 24 * 3_600_000;

/**
 * Whether a result only becomes known of what was rated for the first time not long
 * ago: that the level was not known before makes its first level no rise.
 */
function isSettling(
  { outcomes, ratedSince }: StoredResult,
  { at, changed = {} }: { at: Date; changed: ReturnType<typeof findChanged> },
): boolean {
  return (
    at.getTime() - ratedSince.getTime() < SETTLING_MS &&
    Object.keys(changed).length > 0 &&
    Object.keys(changed).every(check => outcomes[check] === 'unknown')
  );
}

function findChanged(
  outcomes: Record<string, CheckOutcome>,
  before: Record<string, CheckOutcome>,
): Record<string, CheckOutcome> | undefined {
  let changed: Record<string, CheckOutcome> | undefined;
  for (const [check, outcome] of Object.entries(outcomes)) {
    if (before[check] !== outcome) {
      changed ??= {};
      changed[check] = outcome;
    }
  }
  return changed;
}

function nextSince(
  before: Record<string, number>,
  {
    at,
    changed,
    outcomes,
  }: Record<'changed' | 'outcomes', Record<string, CheckOutcome>> & {
    at: Date;
  },
): Record<string, number> {
  const kept = Object.entries(before).filter(([check]) => check in outcomes);
  const seconds = Math.floor(at.getTime() / 1000);
  return Object.fromEntries([
    ...kept,
    ...Object.keys(changed).map(check => [check, seconds] as const),
  ]);
}

function isSame(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => one[key] === other[key])
  );
}
