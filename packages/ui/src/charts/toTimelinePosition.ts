/** Where an instant stands in a period, as a share of its length. */
export function toTimelinePosition(
  instant: string,
  { from, to }: { from: string; to: string },
): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const share = (Date.parse(instant) - start) / (end - start);
  return Math.min(1, Math.max(0, share));
}
