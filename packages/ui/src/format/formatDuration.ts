import { formatNumber } from '@atrium/common';

const SECOND = { name: 's', seconds: 1 };

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  SECOND,
];

/**
 * A length of time in its two largest units: `2 d 3 h`, `4 min 5 s`, `0.8 s`.
 *
 * @param seconds - length in seconds, not negative
 */
export function formatDuration(seconds: number): string {
  if (seconds < 1) {
    return `${formatNumber(Number(seconds.toFixed(1)))} s`;
  }
  const whole = Math.round(seconds);
  const first = UNITS.findIndex(unit => whole >= unit.seconds);
  const large = UNITS[first];
  const small = UNITS[first + 1];
  const count = Math.floor(whole / large.seconds);
  const rest = small ? Math.floor((whole % large.seconds) / small.seconds) : 0;
  return rest > 0
    ? `${count} ${large.name} ${rest} ${small.name}`
    : `${count} ${large.name}`;
}

/** A length of time in its largest unit, for an axis: `2.5 d`, `4 min`. */
export function formatShortDuration(seconds: number): string {
  const { name, seconds: length } =
    UNITS.find(unit => seconds >= unit.seconds) ?? SECOND;
  return `${formatNumber(Number((seconds / length).toFixed(1)))} ${name}`;
}
