import { CronExpressionParser } from 'cron-parser';

/** What Kubernetes reads; the library would take more and fewer fields. */
const KUBERNETES_SCHEDULE = /^(?:@[a-z]+|\S+(?:\s+\S+){4})$/;

/**
 * The last times a cron schedule was due, newest first, in UTC.
 *
 * @remarks
 * Nothing for a schedule that cannot be read: the CronJob then never ran.
 */
export function previousRuns(
  schedule: string,
  options: { now: number; after: number; count: number },
): number[] {
  const text = schedule.trim().replace('@midnight', '@daily');
  const runs: number[] = [];
  if (!KUBERNETES_SCHEDULE.test(text)) {
    return runs;
  }
  try {
    // The library looks for what is before its date, not at it.
    const currentDate = new Date(options.now + 1);
    const dates = CronExpressionParser.parse(text, { currentDate, tz: 'UTC' });
    while (runs.length < options.count) {
      const run = dates.prev().getTime();
      if (run <= options.after) {
        break;
      }
      runs.push(run);
    }
  } catch {
    // It is no schedule, or one that is never due.
  }
  return runs;
}
