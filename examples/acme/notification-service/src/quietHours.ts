export interface QuietHours {
  /** Local time at which the quiet hours start: `21:00`. */
  start: string;
  /** Local time at which they end: `08:00`. */
  end: string;
}

const MINUTES_PER_DAY = 24 * 60;

/**
 * The earliest time at which a message may arrive.
 *
 * @remarks
 * Works in local minutes of the day and then moves forward in real time, so a
 * change to or from summer time during the night shifts the result by an hour
 * at most.
 */
export function nextAllowedTime(
  time: Date,
  timeZone: string,
  quietHours: QuietHours,
): Date {
  const now = localMinutes(time, timeZone);
  const start = parseMinutes(quietHours.start);
  const end = parseMinutes(quietHours.end);
  const isOvernight = start > end;
  const isQuiet = isOvernight
    ? now >= start || now < end
    : now >= start && now < end;
  if (!isQuiet) {
    return time;
  }
  const waitMinutes = (end - now + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return new Date(time.getTime() + waitMinutes * 60_000);
}

function localMinutes(time: Date, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
  return parseMinutes(text);
}

function parseMinutes(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(minutes)) {
    throw new Error(`'${text}' is not a time of day`);
  }
  return hours * 60 + minutes;
}
