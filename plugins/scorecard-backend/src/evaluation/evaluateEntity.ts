import {
  type CompiledExpression,
  ExpressionError,
  MissingFieldError,
} from '@atrium/expressions';
import {
  type CheckOutcome,
  rateEntity,
  type Rating,
} from '@atrium/plugin-scorecard-common';
import type {
  CompiledCheck,
  CompiledScorecard,
} from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { FactSnapshot } from './FactSnapshot';
import type { GrantedExemption } from './GrantedExemptions';

/** How an entity does in a scorecard. */
export interface Evaluation extends Rating {
  outcomes: Record<string, CheckOutcome>;
  /** Why outcomes are unknown, by check. */
  reasons: Record<string, string>;
  counts: Record<CheckOutcome, number>;
  /** When an outcome can change although no fact does. */
  dueAtMs: number | undefined;
}

/** What an evaluation takes into account beside facts. */
export interface EvaluationOptions {
  expressions: ScorecardExpressions;
  /** The level that the entity had; 0 for none. */
  heldRank: number;
  /** By check, those that the entity has or will have. */
  exemptions?: ReadonlyMap<string, readonly GrantedExemption[]>;
}

/** How often results of expressions that ask for the time are looked at again. */
export const NOW_MS = 3_600_000;

/**
 * Rates an entity.
 *
 * @returns undefined where the scorecard is not for it
 */
export function evaluateEntity(
  scorecard: CompiledScorecard,
  snapshot: FactSnapshot,
  options: EvaluationOptions,
): Evaluation | undefined {
  if (!isRated(scorecard, snapshot)) {
    return undefined;
  }
  const outcomes: Record<string, CheckOutcome> = {};
  const reasons: Record<string, string> = {};
  const counts = {
    pass: 0,
    fail: 0,
    'not-applicable': 0,
    exempt: 0,
    unknown: 0,
  };
  const rated = scorecard.checks.map(check => {
    const { name, weight } = check.definition;
    const { outcome, reason } = evaluateCheck(check, snapshot, options);
    const isCounted = check.countsFromMs <= snapshot.atMs;
    outcomes[name] = outcome;
    if (reason !== undefined) {
      reasons[name] = reason;
    }
    if (isCounted) {
      counts[outcome] += 1;
    }
    return { rank: check.rank, weight, outcome, isCounted };
  });
  const { heldRank } = options;
  return {
    ...rateEntity(rated, { levelCount: scorecard.levelCount, heldRank }),
    outcomes,
    reasons,
    counts,
    dueAtMs: findDue(scorecard, snapshot, options),
  };
}

/** What is not known of an entity does not make it one that is rated. */
function isRated({ appliesTo }: CompiledScorecard, snapshot: FactSnapshot) {
  try {
    return appliesTo.evaluate(snapshot.context);
  } catch (error) {
    if (error instanceof ExpressionError) {
      return false;
    }
    throw error;
  }
}

function evaluateCheck(
  check: CompiledCheck,
  snapshot: FactSnapshot,
  { exemptions, expressions }: EvaluationOptions,
): { outcome: CheckOutcome; reason?: string } {
  const isExempt = exemptions
    ?.get(check.definition.name)
    ?.some(
      ({ fromMs, untilMs }) =>
        fromMs <= snapshot.atMs && snapshot.atMs < untilMs,
    );
  try {
    if (check.appliesTo && !check.appliesTo.evaluate(snapshot.context)) {
      return { outcome: 'not-applicable' };
    }
    if (isExempt) {
      return { outcome: 'exempt' };
    }
    const isPassed = check.expression.evaluate(snapshot.context);
    return { outcome: isPassed ? 'pass' : 'fail' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
    // Whether the check is for it does not matter to who is exempt anyway.
    return isExempt
      ? { outcome: 'exempt' }
      : { outcome: 'unknown', reason: describe(error, snapshot, expressions) };
  }
}

/** Says in words why an outcome is not known. */
function describe(
  error: ExpressionError,
  snapshot: FactSnapshot,
  expressions: ScorecardExpressions,
): string {
  if (!(error instanceof MissingFieldError)) {
    return error.message;
  }
  const [variable, provider = '', name = ''] = error.path;
  const known =
    variable === 'facts' ? expressions.find(provider, name) : undefined;
  if (!known) {
    return `'${error.path.join('.')}' is not set`;
  }
  const title = `'${known.fact.title}' of ${known.provider.title}`;
  return snapshot.stateOf(provider, name) === 'stale'
    ? `${title} is too old to count`
    : `${title} is not known`;
}

function findDue(
  { appliesTo, checks }: CompiledScorecard,
  snapshot: FactSnapshot,
  { exemptions }: EvaluationOptions,
): number | undefined {
  const { atMs } = snapshot;
  let due = Infinity;
  const at = (ms: number | undefined) => {
    if (ms !== undefined && ms > atMs && ms < due) {
      due = ms;
    }
  };
  const atChange = ({ references, variables }: CompiledExpression<boolean>) => {
    if (variables.has('now')) {
      at(atMs + NOW_MS);
    }
    for (const { group } of references) {
      at(snapshot.staleAtMs(group));
    }
  };
  atChange(appliesTo);
  for (const check of checks) {
    at(check.countsFromMs);
    atChange(check.expression);
    if (check.appliesTo) {
      atChange(check.appliesTo);
    }
    for (const { fromMs, untilMs } of exemptions?.get(check.definition.name) ??
      []) {
      at(fromMs);
      at(untilMs);
    }
  }
  return due === Infinity ? undefined : due;
}
