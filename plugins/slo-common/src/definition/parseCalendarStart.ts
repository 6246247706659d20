import { DateTime } from 'luxon';

const START_TIME = 'yyyy-MM-dd HH:mm:ss';

/** Reads the start of a calendar window; invalid when it is no such time. */
export function parseCalendarStart(
  startTime: string,
  timeZone: string,
): DateTime {
  return DateTime.fromFormat(startTime, START_TIME, { zone: timeZone });
}
