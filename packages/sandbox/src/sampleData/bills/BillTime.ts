import { monthBefore, monthOf } from './days.ts';

/** When a bill is written, in days since 1970. */
export interface BillTime {
  /** The first start of the sandbox, from which its past is counted back. */
  startedOn: number;
  /** The day after the last one that is charged. */
  until: number;
}

/** How many months of bills there are at the first start, its own included. */
const billedMonths = 13;

/** The first billing period. */
export function firstMonth({ startedOn }: Pick<BillTime, 'startedOn'>): string {
  return monthBefore(monthOf(startedOn), billedMonths - 1);
}
