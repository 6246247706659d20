import { DIMENSION_COLUMNS } from '../../allocation/generations/sumKeys';
import {
  type FilteredDimension,
  type Sql,
  type SumQuery,
  toJoinedSumSql,
} from './sumQuery';
import {
  isOrganizationDimension,
  type OrganizationDimension,
  toOrganizationSumSql,
} from './toOrganizationSumSql';

/**
 * Writes the question as one statement over the smallest sums that have the answer:
 * rows of `key`, `label`, `currency`, `amount`, with `start`, a date, where there is a
 * granularity and `month` where months are told apart.
 */
export function toSumSql(query: SumQuery): Sql {
  const dimension = findOnlyDimension(query);
  return dimension
    ? toOrganizationSumSql({ ...query, dimension })
    : toJoinedSumSql(query);
}

/**
 * The dimension that a question about everybody is about, where it is one alone: for
 * these there are a few rows a day.
 */
function findOnlyDimension(query: SumQuery): OrganizationDimension | undefined {
  const { filters = {}, groupBy, targetIds } = query;
  const names = [
    ...Object.keys(DIMENSION_COLUMNS).filter(
      name => filters[name as FilteredDimension] !== undefined,
    ),
    ...(groupBy === undefined ? [] : [groupBy]),
  ];
  const dimensions = [...new Set(names)];
  // Each of them adds up to everything.
  const [only = 'chargeCategory'] = dimensions;
  return targetIds === undefined &&
    dimensions.length <= 1 &&
    isOrganizationDimension(only)
    ? only
    : undefined;
}
