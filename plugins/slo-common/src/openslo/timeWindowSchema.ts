import { z } from 'zod';
import {
  MAX_WINDOW_MINUTES,
  nominalMinutes,
  parseDuration,
} from '../definition/duration';
import { parseCalendarStart } from '../definition/parseCalendarStart';
import { shorthandSchema } from './fieldSchemas';

/** What holds where an SLO names no window, which OpenSLO leaves open. */
export const DEFAULT_WINDOW: OpenSloTimeWindow = {
  duration: '28d',
  isRolling: true,
};

const MIN_WINDOW_MINUTES = 60;

export const timeWindowSchema = z
  .strictObject({
    duration: shorthandSchema,
    isRolling: z.boolean().optional(),
    calendar: z
      .strictObject({
        startTime: z.string(),
        timeZone: z.string(),
      })
      .superRefine(({ startTime, timeZone }, context) => {
        const report = (path: string, message: string) =>
          context.addIssue({ code: 'custom', path: [path], message });
        if (!parseCalendarStart('2000-01-01 00:00:00', timeZone).isValid) {
          report('timeZone', 'must be a name of the IANA time zone database');
        } else if (!parseCalendarStart(startTime, timeZone).isValid) {
          report('startTime', 'must be YYYY-MM-DD hh:mm:ss, without a zone');
        } else if (!startTime.endsWith(':00')) {
          report('startTime', 'must be a whole minute');
        }
      })
      .optional(),
  })
  .superRefine(({ calendar, isRolling, duration }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (calendar && isRolling) {
      report('isRolling', 'must be false, or left out, with calendar');
    }
    if (!calendar && !isRolling) {
      report('isRolling', 'must be true, unless there is calendar');
    }
    const parsed = parseDuration(duration);
    if (!parsed) {
      return;
    }
    const minutes = nominalMinutes(parsed);
    if (minutes < MIN_WINDOW_MINUTES || minutes > MAX_WINDOW_MINUTES) {
      report(
        'duration',
        `must be at least an hour and at most two years${
          parsed.unit === 'm' ? '; m is minutes, and M months' : ''
        }`,
      );
    }
  });

/** The time over which a target has to hold, as OpenSLO writes it. */
export type OpenSloTimeWindow = z.infer<typeof timeWindowSchema>;
