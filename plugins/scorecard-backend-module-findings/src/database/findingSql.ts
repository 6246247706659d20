import {
  findingSeveritySchema,
  type FindingState,
} from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../config/readFindingsConfig';
import { toSeverityRank } from './severityRanks';

/**
 * How a finding `f` stands at `:now`: what the tools say, unless a person has it
 * suppressed. A suppression ends by itself, whether or not a task notes it.
 */
export const STANDING_SQL = `CASE
  WHEN f.state = 'open' AND f.suppressed_until > :now THEN 'suppressed'
  ELSE f.state END`;

/** By when a finding `f` has to be fixed; null where no time is set. */
export function dueSql(slaDays: SlaDays): string {
  const cases = findingSeveritySchema.options.flatMap(severity => {
    const days = slaDays[severity];
    // Both are numbers of our own.
    return days === undefined
      ? []
      : [`WHEN ${toSeverityRank(severity)} THEN ${days}`];
  });
  return `CASE WHEN f.kind = 'posture' OR f.state NOT IN ('open', 'suppressed')
    THEN NULL ELSE f.open_since + make_interval(
      days => CASE f.severity ${cases.join(' ')} END) END`;
}

/** Keeps the findings that stand in one of some states, by the index on it. */
export function standsFor(
  query: Knex.QueryBuilder,
  states: FindingState[],
  now: Date,
): void {
  query.where(builder => {
    for (const state of new Set(states)) {
      switch (state) {
        case 'open':
          builder.orWhereRaw(
            "(f.state = 'open' AND (f.suppressed_until IS NULL OR f.suppressed_until <= ?))",
            [now],
          );
          break;
        case 'suppressed':
          builder.orWhereRaw(
            "(f.state = 'suppressed' OR (f.state = 'open' AND f.suppressed_until > ?))",
            [now],
          );
          break;
        default:
          builder.orWhere('f.state', state);
      }
    }
  });
}
