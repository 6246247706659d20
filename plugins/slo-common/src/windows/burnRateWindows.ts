import { PARTS_PER_BILLION } from '../definition/partsPerBillion';

/** What an alert by the four windows asks for: a person now, or a ticket. */
export type BurnRateSeverity = 'page' | 'ticket';

/** Two windows that alert when both burn faster than a factor. */
export interface BurnRateWindow {
  severity: BurnRateSeverity;
  longMinutes: number;
  shortMinutes: number;
  /** The burn rate above which it alerts. */
  factor: number;
  /** The same, exactly: compare by {@link burnRateCompares}. */
  factorFraction: { numerator: number; denominator: number };
}

interface BudgetShare {
  severity: BurnRateSeverity;
  longMinutes: number;
  shortMinutes: number;
  /** How much of the budget the long window spends at the factor. */
  budgetPermille: number;
}

// The SRE workbook's windows, as Sloth carries them for 28 and 30 days.
const LONG_PERIOD: BudgetShare[] = [
  { severity: 'page', longMinutes: 60, shortMinutes: 5, budgetPermille: 20 },
  { severity: 'page', longMinutes: 360, shortMinutes: 30, budgetPermille: 50 },
  {
    severity: 'ticket',
    longMinutes: 1440,
    shortMinutes: 120,
    budgetPermille: 100,
  },
  {
    severity: 'ticket',
    longMinutes: 4320,
    shortMinutes: 360,
    budgetPermille: 100,
  },
];

// Sloth's shares for 7 days: with those of 30, a service that keeps its target
// would be reported.
const SHORT_PERIOD_PERMILLE = [80, 125, 200, 420];

const SHORT_PERIOD_MINUTES = 14 * 24 * 60;

/**
 * The windows that alert for an SLO of some length: the factor is the share of
 * the budget times the length of the period over the length of the long window.
 *
 * @remarks Left out are windows that do not fit into the period, and those with
 * a factor below 0.9, with which a service that keeps its target would be
 * reported. A factor that even a total outage could not reach, because the
 * target is low, is lowered to nine tenths of that.
 */
export function burnRateWindows(
  periodMinutes: number,
  targetPpb: number,
): BurnRateWindow[] {
  return LONG_PERIOD.flatMap((share, index) => {
    const budgetPermille =
      periodMinutes > SHORT_PERIOD_MINUTES
        ? share.budgetPermille
        : SHORT_PERIOD_PERMILLE[index];
    const published = {
      numerator: budgetPermille * periodMinutes,
      denominator: 1_000 * share.longMinutes,
    };
    const isUseless = published.numerator * 10 < published.denominator * 9;
    if (share.longMinutes > periodMinutes || isUseless) {
      return [];
    }
    const factorFraction = reachableFactor(published, targetPpb);
    const { severity, longMinutes, shortMinutes } = share;
    return [
      {
        severity,
        longMinutes,
        shortMinutes,
        factor: factorFraction.numerator / factorFraction.denominator,
        factorFraction,
      },
    ];
  });
}

function reachableFactor(
  factor: { numerator: number; denominator: number },
  targetPpb: number,
): { numerator: number; denominator: number } {
  const allowedPpb = PARTS_PER_BILLION - targetPpb;
  const isReachable =
    BigInt(factor.numerator) * BigInt(allowedPpb) <
    BigInt(factor.denominator) * BigInt(PARTS_PER_BILLION);
  return isReachable
    ? factor
    : { numerator: (PARTS_PER_BILLION / 10) * 9, denominator: allowedPpb };
}
