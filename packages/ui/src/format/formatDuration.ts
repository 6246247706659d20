const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/**
 * A length of time in its two largest units: `2 d 3 h`, `4 min 5 s`, `0.8 s`.
 *
 * @param seconds - length in seconds, not negative
 */
export function formatDuration(seconds: number): string {
  if (seconds < 1) {
    return `${Number(seconds.toFixed(1))} s`;
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
