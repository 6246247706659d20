import { copyText } from './copyText';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/;
/** Nothing is billed before, nor after. */
const YEARS = { first: '1970', last: '2999' };
const MAX_KNOWN = 5_000;
const SECOND_MS = 1_000;

/**
 * Reads instants, and remembers them: a file has the same ones again and again.
 *
 * @remarks They are `2026-11-28T00:00:00Z` in FOCUS. A day alone, a space for the
 * `T` and a missing zone, which is UTC, are read too, and so is another zone, also as
 * `+01`. Years are those from 1970 to 2999.
 */
export class InstantReader {
  /** False for what is no instant. */
  readonly #known = new Map<string, string | false>();

  /** ISO 8601 in UTC without fractions; undefined when it is no instant. */
  read(text: string): string | undefined {
    const known = this.#known.get(text);
    if (known !== undefined) {
      return known || undefined;
    }
    const instant = parseInstant(text);
    if (this.#known.size >= MAX_KNOWN) {
      this.#known.clear();
    }
    this.#known.set(copyText(text), instant ? copyText(instant) : false);
    return instant;
  }
}

function parseInstant(text: string): string | undefined {
  const [, day, time = '00:00', zone = 'Z'] = INSTANT.exec(text) ?? [];
  if (day === undefined || !isDay(day)) {
    return undefined;
  }
  const ms = Date.parse(`${day}T${time}${toIsoZone(zone)}`);
  if (Number.isNaN(ms)) {
    return undefined;
  }
  const instant = toIso(ms);
  const year = instant.slice(0, 4);
  return year < YEARS.first || year > YEARS.last ? undefined : instant;
}

/** Databases write `UTC`, or hours alone. */
function toIsoZone(zone: string): string {
  if (zone === 'UTC') {
    return 'Z';
  }
  return /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
}

/** `Date` takes the 31st of February for one of March. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && toIso(ms).startsWith(day);
}

function toIso(ms: number): string {
  const iso = new Date(ms).toISOString();
  return ms % SECOND_MS === 0 ? iso.replace('.000Z', 'Z') : iso;
}

/** The first day of the month of an instant, `2026-11-01`. */
export function monthOf(instant: string): string {
  return `${instant.slice(0, 7)}-01`;
}

/** The day after a day. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The first instant of the month after that of a day. */
export function monthAfter(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return toIso(date.getTime());
}
