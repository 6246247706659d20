import Big from 'big.js';
import { addDays } from '../../calendar/days';
import type { UnusualRun } from './AnomalyStore';
import type { UnusualDay } from './findUnusualDays';

/** Has unusual days that follow each other be one. */
export function findRuns(
  entityRef: string,
  days: readonly UnusualDay[],
): UnusualRun[] {
  const runs: { days: UnusualDay[]; lastDay: string }[] = [];
  for (const one of days) {
    const run = runs.at(-1);
    if (run && addDays(run.lastDay, 1) === one.day) {
      run.days.push(one);
      run.lastDay = one.day;
    } else {
      runs.push({ days: [one], lastDay: one.day });
    }
  }
  return runs.map(run => ({
    entityRef,
    firstDay: run.days[0].day,
    lastDay: run.lastDay,
    amount: addUp(run.days.map(({ amount }) => amount)),
    expected: addUp(run.days.map(({ expected }) => expected)),
  }));
}

/** Rounded to cents: what is expected is an estimate. */
function addUp(values: number[]): string {
  return values
    .reduce((sum, value) => sum.plus(value.toFixed(2)), new Big(0))
    .toFixed();
}
