import { day, minute } from './kubernetesTypes.ts';

interface CronField {
  minimum: number;
  maximum: number;
}

const fields: CronField[] = [
  { minimum: 0, maximum: 59 },
  { minimum: 0, maximum: 23 },
  { minimum: 1, maximum: 31 },
  { minimum: 1, maximum: 12 },
  { minimum: 0, maximum: 7 },
];

const aliases: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
};

const names = [
  'sun mon tue wed thu fri sat',
  'jan feb mar apr may jun jul aug sep oct nov dec',
].map(list => list.split(' '));

const longestLookback = 400 * day;

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
  const parsed = parseSchedule(schedule);
  if (!parsed) {
    return [];
  }
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = parsed.map(
    field => field.values,
  );
  // Cron joins both day fields by "or" once neither of them is a star.
  const isEitherDay = !parsed[2].isStar && !parsed[4].isStar;
  const earliest = Math.max(options.after, options.now - longestLookback);
  const runs: number[] = [];

  const today = Math.floor(options.now / day) * day;
  for (let start = today; start + day > earliest; start -= day) {
    const date = new Date(start);
    const isDayOfMonth = daysOfMonth.has(date.getUTCDate());
    const isDayOfWeek = daysOfWeek.has(date.getUTCDay());
    const isDay = isEitherDay
      ? isDayOfMonth || isDayOfWeek
      : isDayOfMonth && isDayOfWeek;
    if (!isDay || !months.has(date.getUTCMonth() + 1)) {
      continue;
    }
    for (let index = 24 * 60 - 1; index >= 0; index -= 1) {
      const time = start + index * minute;
      if (
        time <= options.now &&
        time > earliest &&
        hours.has(Math.floor(index / 60)) &&
        minutes.has(index % 60)
      ) {
        runs.push(time);
        if (runs.length === options.count) {
          return runs;
        }
      }
    }
  }
  return runs;
}

function parseSchedule(schedule: string) {
  const text = aliases[schedule.trim()] ?? schedule.trim();
  const parts = text.toLowerCase().split(/\s+/);
  if (parts.length !== fields.length) {
    return undefined;
  }
  const parsed = parts.map((part, index) => parseField(part, index));
  return parsed.every(field => field !== undefined) ? parsed : undefined;
}

function parseField(text: string, index: number) {
  const { minimum, maximum } = fields[index];
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [, range, stepText] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (!range) {
      return undefined;
    }
    const step = Number(stepText ?? 1);
    const [first, last] =
      range === '*' || range === '?'
        ? [minimum, maximum]
        : readRange(range, index, stepText ? maximum : undefined);
    if (!(step > 0) || !(first >= minimum) || !(last <= maximum)) {
      return undefined;
    }
    for (let value = first; value <= last; value += step) {
      // Sunday is both 0 and 7.
      values.add(index === 4 ? value % 7 : value);
    }
  }
  return { values, isStar: text.startsWith('*') || text === '?' };
}

function readRange(range: string, index: number, openEnd?: number) {
  const [first, last] = range.split('-').map(word => readValue(word, index));
  return [first, last ?? openEnd ?? first];
}

function readValue(word: string, index: number) {
  if (index === 3 && names[1].includes(word)) {
    return names[1].indexOf(word) + 1;
  }
  if (index === 4 && names[0].includes(word)) {
    return names[0].indexOf(word);
  }
  return /^\d+$/.test(word) ? Number(word) : Number.NaN;
}
