import { join } from 'node:path';
import { Failure } from '../report.ts';
import { dateShifts, shiftOfDay, type DateShift } from './dateShifts.ts';
import {
  ensureFaketime,
  faketimeEnvironment,
  withoutFaketime,
} from './ensureFaketime.ts';
import { findDateTests } from './findDateTests.ts';
import type { StepContext, StepResult, TestStep } from './TestStep.ts';
import { unit } from './unit.ts';

/**
 * Runs tests on another date than today's, with Jest, Postgres and all that
 * tests start on that one clock.
 *
 * @remarks
 * The clock is changed below the programs, by libfaketime. Replacing `Date`
 * in JavaScript would leave `now()` in SQL, certificates and git where they
 * are, and fail tests that are right.
 */
export const dates: TestStep = {
  name: 'dates',
  async run(context) {
    const library = await ensureFaketime(context);
    if (!library) {
      return withoutFaketime;
    }
    const { shifts, args } = await plan(context);
    const results: StepResult[] = [];
    for (const shift of shifts) {
      results.push(await runOn(shift, { context, args, library }));
    }
    return combine(shifts, results);
  },
};

/**
 * Reads `[name] [--all | arguments of unit]`: without a name the date is that
 * of the day, or with `--all` each in turn; `--all` runs the whole of `unit`,
 * which is otherwise reduced to the files that know dates.
 */
async function plan({
  root,
  args,
}: StepContext): Promise<{ shifts: DateShift[]; args: string[] }> {
  const now = new Date();
  const known = dateShifts(now);
  const named = known.filter(({ name }) => name === args[0]);
  const rest = args.slice(named.length);
  if (rest[0] === '--all') {
    return { shifts: named.length > 0 ? named : known, args: rest.slice(1) };
  }
  if (args.length > 0 && named.length === 0) {
    throw new Failure(`There is no date '${args[0]}'`, {
      hint: `Choose among: ${known.map(({ name }) => name).join(', ')}, --all`,
    });
  }
  const shifts = named.length > 0 ? named : [shiftOfDay(now)];
  if (rest.length > 0) {
    return { shifts, args: rest };
  }
  const files = await findDateTests(root);
  return { shifts, args: ['--runTestsByPath', ...files] };
}

interface RunOnOptions {
  context: StepContext;
  args: string[];
  library: string;
}

async function runOn(
  shift: DateShift,
  { context, args, library }: RunOnOptions,
): Promise<StepResult> {
  return unit.run({
    ...context,
    home: join(context.home, 'dates'),
    args,
    hasDates: false,
    env: {
      ...faketimeEnvironment(library, shift.at.getTime() - Date.now()),
      TZ: shift.timeZone,
    },
  });
}

function combine(shifts: DateShift[], results: StepResult[]): StepResult {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[key], 0);
  const describe = ({ name, at, timeZone }: DateShift) =>
    `${name}, ${at.toISOString()} in ${timeZone}`;
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    note: shifts.length === 1 ? describe(shifts[0]) : `${shifts.length} dates`,
    output: results
      .flatMap(({ failed, output }, index) =>
        failed > 0 ? [`On ${describe(shifts[index])}:`, output] : [],
      )
      .join('\n'),
  };
}
