import { z } from 'zod';
import { daySchema } from '@atrium/plugin-cost-common';
import {
  addDays,
  addMonths,
  countDays,
  type Days,
  monthsBefore,
  startOfMonth,
} from '../../days/costDays';

/** Which time is shown, as it stands in the address. */
export const periodFields = {
  period: z
    .enum(['month', 'last-month', '30d', '90d', '12m', 'custom'])
    .default('month'),
  /** The first and the last day, where they are chosen one by one. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  compare: z.enum(['before', 'year', 'none', 'custom']).default('before'),
  compareFrom: daySchema.optional(),
  compareTo: daySchema.optional(),
};

const choiceSchema = z.object(periodFields);

/** Which time is shown, and with which it is compared. */
export type PeriodsChoice = z.infer<typeof choiceSchema>;

/** Until when there are charges to show. */
export interface KnownDays {
  today: string;
  /** The day after the last one that all sources have charges for. */
  completeUntil?: string;
}

/** The days of a choice, and those that they are compared with. */
export function toPeriods(
  choice: PeriodsChoice,
  known: KnownDays,
): { days: Days; comparison?: Days } {
  const days = toDays(choice, known);
  return { days, comparison: toComparison(choice, days) };
}

function toDays(choice: PeriodsChoice, known: KnownDays): Days {
  const end = endOf(known);
  const month = latestMonth(known);
  switch (choice.period) {
    case 'last-month':
      return { from: addMonths(month, -1), to: month };
    case '30d':
      return { from: addDays(end, -30), to: end };
    case '90d':
      return { from: addDays(end, -90), to: end };
    case '12m':
      return { from: addMonths(month, -11), to: end };
    case 'custom':
      return custom(choice.from, choice.to) ?? { from: month, to: end };
    default:
      return { from: month, to: end };
  }
}

function toComparison(choice: PeriodsChoice, days: Days): Days | undefined {
  switch (choice.compare) {
    case 'none':
      return undefined;
    case 'year':
      return monthsBefore(days, 12);
    case 'custom':
      return custom(choice.compareFrom, choice.compareTo);
    default:
      return timeBefore(choice, days);
  }
}

/** Of months the ones before, of days as many. */
function timeBefore({ period }: PeriodsChoice, days: Days): Days {
  switch (period) {
    case 'month':
    case 'last-month':
      return monthsBefore(days, 1);
    case '12m':
      return monthsBefore(days, 12);
    default:
      return { from: addDays(days.from, -countDays(days)), to: days.from };
  }
}

/**
 * The first day of the last month that has a day to show. Bills are a day or two late,
 * so on the first days of a month that is the one before.
 */
export function latestMonth(known: KnownDays): string {
  return startOfMonth(addDays(endOf(known), -1));
}

/**
 * Days that not all sources have charges for would look cheaper than they are,
 * so a time that goes on ends before them.
 */
function endOf({ today, completeUntil }: KnownDays): string {
  const tomorrow = addDays(today, 1);
  return completeUntil && completeUntil < tomorrow ? completeUntil : tomorrow;
}

function custom(
  from: string | undefined,
  to: string | undefined,
): Days | undefined {
  return from && to && from <= to ? { from, to: addDays(to, 1) } : undefined;
}
