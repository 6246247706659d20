import { z } from 'zod';
import type { Tier } from './tier';

/** What makes a failure matter, in the order of the most it can add. */
export const impactReasonSchema = z.enum([
  'critical',
  'important',
  'budget-spent',
  'budget-low',
  'costly',
  'direct',
]);

/** What makes a failure matter. */
export type ImpactReason = z.infer<typeof impactReasonSchema>;

/** What is known of something that fails. */
export interface ImpactFacts {
  tier?: Tier;
  /** Of the worst SLO; below 0 more than the budget is spent. */
  budgetRemaining?: number;
  /** From 0 to 1: its cost in that of the costliest that fails with it. */
  costShare?: number;
  hops: number;
}

const TIER_POINTS: Record<Tier, number> = {
  critical: 40,
  important: 25,
  standard: 10,
};

/** Whoever has not said how much hangs on it is not taken for unimportant. */
const NO_TIER_POINTS = 15;

const LOW_BUDGET = 0.25;

/** From which share on the cost is worth a word. */
const COSTLY_SHARE = 0.5;

/**
 * How much it matters that something fails, from 0 to 100: up to 40 for its tier,
 * 30 for how little error budget is left, 20 for what it costs, 10 for nearness.
 *
 * @remarks What is not measured adds nothing, and is no reason: an entity without
 * an SLO does not rank above one that is known to have budget left.
 */
export function weighImpact(facts: ImpactFacts): {
  weight: number;
  reasons: ImpactReason[];
} {
  const { tier, budgetRemaining, costShare = 0, hops } = facts;
  const spent =
    budgetRemaining === undefined
      ? 0
      : 1 - Math.min(1, Math.max(0, budgetRemaining));
  const points =
    (tier ? TIER_POINTS[tier] : NO_TIER_POINTS) +
    30 * spent +
    20 * costShare +
    10 / hops;
  const reasons: [ImpactReason, boolean][] = [
    ['critical', tier === 'critical'],
    ['important', tier === 'important'],
    ['budget-spent', budgetRemaining !== undefined && budgetRemaining <= 0],
    [
      'budget-low',
      budgetRemaining !== undefined &&
        budgetRemaining > 0 &&
        budgetRemaining < LOW_BUDGET,
    ],
    ['costly', costShare >= COSTLY_SHARE],
    ['direct', hops === 1],
  ];
  return {
    weight: Math.round(points),
    reasons: reasons.filter(([, holds]) => holds).map(([reason]) => reason),
  };
}
