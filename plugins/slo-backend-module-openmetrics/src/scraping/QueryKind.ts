/**
 * What a query is read for: the growth of counters, the sum of values, or one
 * value, which has to be a single one.
 */
export type QueryKind = 'counter' | 'sum' | 'single';
