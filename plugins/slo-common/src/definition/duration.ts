import { z } from 'zod';

/** The units of an OpenSLO duration; the case of the letter matters. */
export const durationUnitSchema = z.enum(['m', 'h', 'd', 'w', 'M', 'Q', 'Y']);

/** The units of an OpenSLO duration. */
export type DurationUnit = z.infer<typeof durationUnitSchema>;

/** A length of time as OpenSLO writes it, such as `28d` or `1M`. */
export const durationSchema = z.object({
  count: z.number().int().positive(),
  unit: durationUnitSchema,
});

/** A length of time as OpenSLO writes it, such as `28d` or `1M`. */
export type Duration = z.infer<typeof durationSchema>;

// Months and longer have no fixed length; this is what a budget is scaled by.
const NOMINAL_MINUTES: Record<DurationUnit, number> = {
  m: 1,
  h: 60,
  d: 24 * 60,
  w: 7 * 24 * 60,
  M: 30 * 24 * 60,
  Q: 90 * 24 * 60,
  Y: 365 * 24 * 60,
};

/** The longest that anything may look back: two years. */
export const MAX_WINDOW_MINUTES = 2 * NOMINAL_MINUTES.Y;

const SHORTHAND = /^([1-9]\d{0,5})([mhdwMQY])$/;

/** Reads the shorthand; `undefined` when it is not one. */
export function parseDuration(shorthand: string): Duration | undefined {
  const [, count, unit] = SHORTHAND.exec(shorthand) ?? [];
  const parsedUnit = durationUnitSchema.safeParse(unit);
  return parsedUnit.success
    ? { count: Number(count), unit: parsedUnit.data }
    : undefined;
}

/** Writes a duration as its shorthand. */
export function formatDuration({ count, unit }: Duration): string {
  return `${count}${unit}`;
}

/** Writes minutes in the largest unit that keeps the number whole. */
export function formatMinutes(minutes: number): string {
  for (const unit of ['w', 'd', 'h'] as const) {
    if (minutes > 0 && minutes % NOMINAL_MINUTES[unit] === 0) {
      return `${minutes / NOMINAL_MINUTES[unit]}${unit}`;
    }
  }
  return `${minutes}m`;
}

/**
 * How many minutes a duration has: exactly for minutes to weeks; a month
 * counts as 30 days, a quarter as 90, a year as 365.
 */
export function nominalMinutes({ count, unit }: Duration): number {
  return count * NOMINAL_MINUTES[unit];
}

/** Whether a duration is always the same number of minutes. */
export function isFixedLength({ unit }: Duration): boolean {
  return unit !== 'M' && unit !== 'Q' && unit !== 'Y';
}
