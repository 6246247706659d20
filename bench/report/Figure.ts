import { quantile, ratioOfPairs } from './statistics.ts';

/** Layout shifts are a score without a unit. */
export type Unit = 's' | 'ms' | 'KB' | 'MB' | 'requests' | 'score';

/**
 * What Atrium may have beside the stock app: so many times it, or so much more. Or
 * so much at most, whatever stock has.
 */
export type Limit =
  | { kind: 'ratio'; maximum: number }
  | { kind: 'difference'; maximum: number }
  | { kind: 'most'; maximum: number };

/**
 * Something measured on both portals, as often on each, in turn; of what stock does not
 * have, on Atrium alone.
 */
export interface Figure {
  name: string;
  unit: Unit;
  atrium: number[];
  stock: number[];
  /** Without it the figure is for information. */
  limit?: Limit;
}

/** By how much Atrium's median is above that of the stock app. */
export function differenceOf({ atrium, stock }: Figure): number {
  return quantile(atrium, 0.5) - quantile(stock, 0.5);
}

/** Whether a figure exceeds its limit. */
export function isOver(figure: Figure): boolean {
  const { atrium, stock, limit } = figure;
  switch (limit?.kind) {
    case 'most':
      return quantile(atrium, 0.5) > limit.maximum;
    case 'ratio':
      return ratioOfPairs(atrium, stock).median > limit.maximum;
    case 'difference':
      return differenceOf(figure) > limit.maximum;
    default:
      return false;
  }
}
