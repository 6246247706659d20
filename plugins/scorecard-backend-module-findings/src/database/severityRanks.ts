import {
  type FindingSeverity,
  findingSeveritySchema,
} from '@atrium/plugin-scorecard-common';

const WORST_FIRST = findingSeveritySchema.options;

/** How a severity is stored: 4 for critical down to 0 for unknown. */
export function toSeverityRank(severity: FindingSeverity): number {
  return WORST_FIRST.length - 1 - WORST_FIRST.indexOf(severity);
}

/** The severity of a rank. */
export function toSeverity(rank: number): FindingSeverity {
  return WORST_FIRST[WORST_FIRST.length - 1 - rank] ?? 'unknown';
}
