const DAY_MS = 86_400_000;

/** A date on which tests are run, and the time zone of that machine. */
export interface DateShift {
  name: string;
  at: Date;
  timeZone: string;
}

/** Dates that code stumbles over, each the next one after today. */
export function dateShifts(now: Date): DateShift[] {
  const ahead = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const shift = (name: string, at: Date, timeZone = 'UTC') => ({
    name,
    at,
    timeZone,
  });
  const forward = next(now, year => lastSunday(year, 3));
  const back = next(now, year => lastSunday(year, 10));
  return [
    shift('next-day', ahead(1)),
    shift('97-days', ahead(97)),
    shift('29-february', next(now, leapDay)),
    shift('clocks-forward', forward),
    shift('clocks-forward-berlin', forward, 'Europe/Berlin'),
    shift('clocks-back', back),
    shift('clocks-back-berlin', back, 'Europe/Berlin'),
    shift(
      '31-december',
      next(now, year => noon(year, 12, 31)),
    ),
  ];
}

/** One of them, the same for a whole day and in eight days each of them. */
export function shiftOfDay(now: Date): DateShift {
  const shifts = dateShifts(now);
  const day = Math.floor(now.getTime() / DAY_MS);
  return shifts[day % shifts.length];
}

/** The first date ahead of now that a rule names for some year. */
function next(now: Date, dateIn: (year: number) => Date | undefined): Date {
  for (let year = now.getUTCFullYear(); ; year += 1) {
    const date = dateIn(year);
    if (date && date > now) {
      return date;
    }
  }
}

function noon(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day, 12));
}

/** When European clocks change, in March and in October. */
function lastSunday(year: number, month: number): Date {
  const weekday = noon(year, month, 31).getUTCDay();
  return noon(year, month, 31 - weekday);
}

function leapDay(year: number): Date | undefined {
  const date = noon(year, 2, 29);
  return date.getUTCMonth() === 1 ? date : undefined;
}
