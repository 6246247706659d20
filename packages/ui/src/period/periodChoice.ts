const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A period as people choose it: the last days, or two days as `YYYY-MM-DD`,
 * both of which belong to it.
 */
export type PeriodChoice = { days: number } | { from: string; to: string };

/**
 * A choice as instants: whole days in UTC, the end is not part of it.
 *
 * @remarks The last days end with today, so that the answer is the same until
 * midnight: a period that moves with the clock would be another query each time.
 */
export function toPeriod(
  choice: PeriodChoice,
  now: Date,
): { from: string; to: string } {
  if ('from' in choice) {
    return {
      from: new Date(choice.from).toISOString(),
      to: new Date(Date.parse(choice.to) + DAY_MS).toISOString(),
    };
  }
  const end = Math.floor(now.getTime() / DAY_MS) * DAY_MS + DAY_MS;
  return {
    from: new Date(end - choice.days * DAY_MS).toISOString(),
    to: new Date(end).toISOString(),
  };
}

/** Reads a choice from the parameters of a page, if there is a sound one. */
export function readPeriodChoice(
  params: URLSearchParams,
): PeriodChoice | undefined {
  const days = Number(params.get('days'));
  if (Number.isInteger(days) && days > 0 && days <= 3_660) {
    return { days };
  }
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/** The parameters of a page with a choice in place of the one before. */
export function writePeriodChoice(
  params: URLSearchParams,
  choice: PeriodChoice,
): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const name of ['days', 'from', 'to']) {
    written.delete(name);
  }
  for (const [name, value] of Object.entries(choice)) {
    written.set(name, String(value));
  }
  return written;
}

/** The first and the last day of a choice. */
export function toDays(
  choice: PeriodChoice,
  now: Date,
): { from: string; to: string } {
  const { from, to } = toPeriod(choice, now);
  return {
    from: from.slice(0, 10),
    to: new Date(Date.parse(to) - DAY_MS).toISOString().slice(0, 10),
  };
}

function isDay(value: string): boolean {
  // The language rolls 31 February over to March.
  return (
    DAY.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
  );
}
