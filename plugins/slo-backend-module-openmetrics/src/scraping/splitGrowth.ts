const MINUTE_MS = 60_000;

/**
 * Divides what the series of a query counted together between two scrapes
 * among the minutes before and after the full minute between them, by time; all
 * of it is "before" where there is none.
 *
 * @remarks
 * Whole events stay whole, and nothing is lost or doubled. Of two queries of
 * which one counts part of what the other does, neither share of the part is
 * larger than that of the whole, since rounding down and up keep the order. That
 * holds for their sums only, not for the sum of shares rounded by themselves.
 */
export function splitGrowth(
  growth: number,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): { before: number; after: number } {
  const boundaryMs = (Math.floor(fromMs / MINUTE_MS) + 1) * MINUTE_MS;
  if (toMs < boundaryMs) {
    return { before: growth, after: 0 };
  }
  const share = growth * ((boundaryMs - fromMs) / (toMs - fromMs));
  const before = Number.isInteger(growth) ? Math.floor(share) : share;
  return { before, after: growth - before };
}
