/** The four amounts of a charge, as columns. */
export const AMOUNTS = ['billed', 'effective', 'list', 'contracted'] as const;

/** The columns of the four amounts, for a list of columns. */
export const AMOUNT_COLUMNS = AMOUNTS.join(', ');

/** The four amounts added up. */
export const AMOUNT_SUMS = AMOUNTS.map(name => `sum(${name}) AS ${name}`).join(
  ', ',
);

/** How many charges begin on a day, and how many go on from the day before, added up. */
export const COUNT_SUMS =
  'sum(row_count) AS row_count, sum(carried_count) AS carried_count';

/** Each of the four amounts through a piece of SQL. */
export function forAmounts(toSql: (column: string) => string): string {
  return AMOUNTS.map(name => `${toSql(name)} AS ${name}`).join(', ');
}

/** What is divided keeps this many decimals at least. */
const MIN_DECIMALS = 10;

/** SQL for how many decimals the parts of an amount have. */
export function partDecimals(amount: string): string {
  return `greatest(scale(${amount}), ${MIN_DECIMALS})`;
}

/**
 * SQL for one of `count` equal parts of an amount. What does not divide goes, unit
 * by unit of the last decimal, to the first parts, so that all parts together are
 * the amount exactly.
 *
 * @param index - counted from 0
 */
export function equalPart(
  amount: string,
  { index, count }: { index: string; count: string },
): string {
  const units = `${amount} * ('1e' || ${partDecimals(amount)})::numeric`;
  return `(div(${units}, ${count})
    + CASE WHEN ${index} < abs(mod(${units}, ${count})) THEN sign(${amount}) ELSE 0 END)
    * ('1e-' || ${partDecimals(amount)})::numeric`;
}
