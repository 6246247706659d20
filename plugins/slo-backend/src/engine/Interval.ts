/** A span of time in whole minutes since 1970: `from` is in it, `to` is not. */
export interface Interval {
  from: number;
  to: number;
}

/** The minute that a moment is in. */
export function minuteOf(time: Date | string | number): number {
  return Math.floor(new Date(time).getTime() / 60_000);
}

/** When a minute begins. */
export function startOfMinute(minute: number): Date {
  return new Date(minute * 60_000);
}

/** What is left of a span when others are taken out, in order. */
export function subtractIntervals(
  whole: Interval,
  others: Interval[],
): Interval[] {
  const left: Interval[] = [];
  let from = whole.from;
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    if (other.from >= whole.to) {
      break;
    }
    if (other.from > from) {
      left.push({ from, to: other.from });
    }
    from = Math.max(from, other.to);
  }
  if (from < whole.to) {
    left.push({ from, to: whole.to });
  }
  return left;
}
